namespace WhatsCommerce.Storefronts;

/// <summary>A tool with its description and schema for the model.</summary>
internal abstract class ShopTool
{
    public abstract string Name { get; }
    public abstract string Description { get; }

    /// <summary>The JSON schema of the arguments; none of them contains a customer, a shop or a price.</summary>
    public abstract JsonElement Schema { get; }

    /// <summary>Whether it only reads.</summary>
    public abstract bool IsReadOnly { get; }

    /// <summary>Whether the shop has the modules that it needs.</summary>
    public abstract bool IsOffered(AssistantShop shop);

    /// <summary>Executes a call; throws <see cref="ToolRefusal"/> when it cannot.</summary>
    public abstract Task<JsonObject> RunAsync(ToolArguments arguments, ToolRun run, CancellationToken cancellationToken);

    protected static JsonElement NoArguments { get; } =
        JsonElement.Parse("""{"type":"object","properties":{},"additionalProperties":false}""");
}

namespace WhatsCommerce.Storefronts;

/// <summary>Exposes a tool as a Microsoft.Extensions.AI function, without reflection.</summary>
internal sealed class ShopFunction(ShopTools tools, ShopTool tool) : AIFunction
{
    public override string Name => tool.Name;

    public override string Description => tool.Description;

    public override JsonElement JsonSchema => tool.Schema;

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        ShopToolResult result = await tools.CallAsync(tool.Name, arguments, cancellationToken).ConfigureAwait(false);
        if (tools.IsHandedOver && FunctionInvokingChatClient.CurrentContext is FunctionInvocationContext context)
        {
            // The conversation was handed over, so the model is not called again.
            context.Terminate = true;
        }

        // Returned as JSON, so that clients do not serialize it again as a string.
        return JsonElement.Parse(result.Json);
    }
}

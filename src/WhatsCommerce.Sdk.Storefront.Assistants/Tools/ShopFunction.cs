namespace WhatsCommerce.Storefronts;

/// <summary>A tool as a function of Microsoft.Extensions.AI, without reflection.</summary>
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
            // There is nothing more to say: the model is not asked again.
            context.Terminate = true;
        }

        // As JSON, so that no client writes it as a text within a text.
        return JsonElement.Parse(result.Json);
    }
}

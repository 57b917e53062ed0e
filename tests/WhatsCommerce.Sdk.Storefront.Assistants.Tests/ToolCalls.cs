using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Assistants.Tests;

/// <summary>Calls as a model writes them.</summary>
internal static class ToolCalls
{
    public static Task<ShopToolResult> CallAsync(this ShopTools tools, string tool, params (string Name, object? Value)[] arguments) =>
        tools.CallAsync(
            tool,
            arguments.Select(argument => KeyValuePair.Create(argument.Name, argument.Value)),
            TestContext.Current.CancellationToken);

    public static Dictionary<string, object?> Line(string id, object quantity) => new() { ["product_id"] = id, ["quantity"] = quantity };
}

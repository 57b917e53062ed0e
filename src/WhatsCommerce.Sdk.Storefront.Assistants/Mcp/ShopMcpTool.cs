using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace WhatsCommerce.Storefronts;

/// <summary>Exposes a tool over MCP, without reflection.</summary>
internal sealed class ShopMcpTool(ShopTools tools, ShopTool tool) : McpServerTool
{
    public override Tool ProtocolTool { get; } = new()
    {
        Name = tool.Name,
        Description = tool.Description,
        InputSchema = tool.Schema,
        Annotations = new ToolAnnotations
        {
            ReadOnlyHint = tool.IsReadOnly,
            DestructiveHint = false,
            IdempotentHint = tool.IsReadOnly,
            OpenWorldHint = false,
        },
    };

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        IEnumerable<KeyValuePair<string, object?>>? arguments = request.Params?.Arguments?
            .Select(static argument => new KeyValuePair<string, object?>(argument.Key, argument.Value));
        ShopToolResult result = await tools.CallAsync(tool.Name, arguments, cancellationToken).ConfigureAwait(false);
        return new CallToolResult { Content = [new TextContentBlock { Text = result.Json }], IsError = result.IsError };
    }
}

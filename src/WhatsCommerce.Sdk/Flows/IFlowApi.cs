namespace WhatsCommerce.Flows;

/// <summary>The flows of an account. Source: Meta's OpenAPI v23.0, and flows/reference/flowsapi.</summary>
internal interface IFlowApi
{
    [Get("/{account}/flows"), GraphOperation("list_flows")]
    Task<PageAnswer<Flow>> List(
        BusinessAccountId account, string fields, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{flow}"), GraphOperation("get_flow")]
    Task<Flow> Get(string flow, string fields, CancellationToken cancellationToken);

    [Get("/{flow}"), GraphOperation("get_flow_preview")]
    Task<FlowPreviewAnswer> GetPreview(string flow, string fields, CancellationToken cancellationToken);

    [Get("/{flow}"), GraphOperation("get_flow_metric")]
    Task<FlowMetricAnswer> GetMetric(string flow, string fields, CancellationToken cancellationToken);

    [Post("/{flow}"), GraphOperation("update_flow")]
    Task<SuccessAnswer> Update(string flow, [Body] FlowUpdate change, CancellationToken cancellationToken);

    [Get("/{flow}/assets"), GraphOperation("list_flow_assets")]
    Task<PageAnswer<FlowAsset>> ListAssets(string flow, int limit, string? after, CancellationToken cancellationToken);

    [Delete("/{flow}"), GraphOperation("delete_flow")]
    Task<SuccessAnswer> Delete(string flow, CancellationToken cancellationToken);
}

namespace WhatsCommerce.Flows;

/// <summary>The flows of an account. Source: Meta's OpenAPI v23.0, and flows/reference/flowsapi.</summary>
internal interface IFlowApi
{
    [Get("/{account}/flows"), GraphOperation("list_flows")]
    Task<PageResponse<Flow>> List(
        BusinessAccountId account, string fields, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{flow}"), GraphOperation("get_flow")]
    Task<Flow> Get(string flow, string fields, CancellationToken cancellationToken);

    [Get("/{flow}"), GraphOperation("get_flow_preview")]
    Task<FlowPreviewResponse> GetPreview(string flow, string fields, CancellationToken cancellationToken);

    [Get("/{flow}"), GraphOperation("get_flow_metric")]
    Task<FlowMetricResponse> GetMetric(string flow, string fields, CancellationToken cancellationToken);

    [Post("/{flow}"), GraphOperation("update_flow")]
    Task<SuccessResponse> Update(string flow, [Body] FlowUpdate change, CancellationToken cancellationToken);

    [Get("/{flow}/assets"), GraphOperation("list_flow_assets")]
    Task<PageResponse<FlowAsset>> ListAssets(string flow, int limit, string? after, CancellationToken cancellationToken);

    [Delete("/{flow}"), GraphOperation("delete_flow")]
    Task<SuccessResponse> Delete(string flow, CancellationToken cancellationToken);
}

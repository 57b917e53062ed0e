namespace WhatsCommerce.Analytics;

/// <summary>The analytics of an account. Source: Meta, analytics.</summary>
internal interface IAnalyticsApi
{
    /// <summary>What to check when Meta rejects a request about template analytics.</summary>
    const string IfTemplatesRefused = " Are template analytics confirmed for the account? Meta has none in the EU, the UK and Japan.";

    [Get("/{account}"), GraphOperation("get_analytics")]
    Task<AnalyticsResponse> Get(BusinessAccountId account, string fields, CancellationToken cancellationToken);

    [Get("/{account}/template_analytics"), GraphOperation("get_template_analytics", IfRefused = IfTemplatesRefused)]
    Task<PageResponse<PointList<TemplateDataPoint>>> GetTemplates(
        BusinessAccountId account,
        string start,
        string end,
        string granularity,
        [AliasAs("template_ids")] string ids,
        [AliasAs("metric_types")] string? metrics,
        [AliasAs("product_type")] string? product,
        [AliasAs("use_waba_timezone")] bool? accountTimeZone,
        int limit,
        string? after,
        CancellationToken cancellationToken);

    [Get("/{account}/template_group_analytics"), GraphOperation("get_template_group_analytics", IfRefused = IfTemplatesRefused)]
    Task<PageResponse<PointList<TemplateDataPoint>>> GetGroups(
        BusinessAccountId account,
        string start,
        string end,
        string granularity,
        [AliasAs("template_group_ids")] string ids,
        [AliasAs("metric_types")] string? metrics,
        [AliasAs("use_waba_timezone")] bool? accountTimeZone,
        int limit,
        string? after,
        CancellationToken cancellationToken);

    [Get("/{account}/group_analytics"), GraphOperation("get_group_analytics")]
    Task<PageResponse<PointList<GroupDataPoint>>> GetChatGroups(
        BusinessAccountId account,
        string start,
        string end,
        string granularity,
        [AliasAs("group_ids")] string ids,
        [AliasAs("metric_types")] string metrics,
        int limit,
        string? after,
        CancellationToken cancellationToken);

    [Post("/{account}"), GraphOperation("confirm_template_analytics")]
    Task<ConfirmationResponse> Confirm(
        BusinessAccountId account, [Query, AliasAs("is_enabled_for_insights")] bool isEnabled, CancellationToken cancellationToken);
}

namespace WhatsCommerce.Templates;

/// <summary>Templates. Source: Meta, OpenAPI v23.0, <c>/{WABA-ID}/message_templates</c> and <c>/{TEMPLATE_ID}</c>.</summary>
internal interface ITemplateApi
{
    /// <summary>What to check when Meta rejects a request about a template.</summary>
    const string IfRefused = " Is the id right, and does the token have whatsapp_business_management for that account?";

    [Get("/{account}/message_templates"), GraphOperation("list_templates", IfRefused = IfRefused)]
    Task<PageResponse<MessageTemplate>> List(
        BusinessAccountId account,
        string fields,
        string? name,
        [AliasAs("name_or_content")] string? nameOrContent,
        string? status,
        string? category,
        string? language,
        [AliasAs("quality_score")] string? quality,
        int limit,
        string? after,
        CancellationToken cancellationToken);

    [Get("/{template}"), GraphOperation("get_template", IfRefused = IfRefused)]
    Task<MessageTemplate> Get(TemplateId template, string fields, CancellationToken cancellationToken);

    [Delete("/{account}/message_templates"), GraphOperation("delete_template", IfRefused = IfRefused)]
    Task<SuccessResponse> Delete(
        BusinessAccountId account,
        [AliasAs("hsm_id"), Query(TreatAsString = true)] TemplateId? template,
        string name,
        CancellationToken cancellationToken);

    [Get("/message_template_library"), GraphOperation("list_template_library", IfRefused = IfRefused)]
    Task<PageResponse<LibraryTemplate>> ListLibrary(
        string? search,
        string? topic,
        string? usecase,
        string? industry,
        string? language,
        int limit,
        string? after,
        CancellationToken cancellationToken);

    [Get("/{template}/compare"), GraphOperation("compare_templates", IfRefused = IfRefused)]
    Task<DataResponse<ComparisonMetric>> Compare(
        TemplateId template,
        [AliasAs("template_ids")] string others,
        string start,
        string end,
        CancellationToken cancellationToken);
}

namespace WhatsCommerce.Templates;

/// <summary>Groups of templates. Source: Meta, templates/template-groups.</summary>
internal interface ITemplateGroupApi
{
    [Get("/{account}/template_groups"), GraphOperation("list_template_groups", IfRefused = ITemplateApi.IfRefused)]
    Task<PageResponse<TemplateGroup>> List(
        BusinessAccountId account, string fields, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{group}"), GraphOperation("get_template_group", IfRefused = ITemplateApi.IfRefused)]
    Task<TemplateGroup> Get(string group, string fields, CancellationToken cancellationToken);

    [Delete("/{group}"), GraphOperation("delete_template_group", IfRefused = ITemplateApi.IfRefused)]
    Task<SuccessResponse> Delete(string group, CancellationToken cancellationToken);
}

using WhatsCommerce.Http;
using WhatsCommerce.Json;

namespace WhatsCommerce.Templates;

/// <summary>Every endpoint of templates: verb, path and types. Source: Meta, OpenAPI v23.0, <c>/{WABA-ID}/message_templates</c> and <c>/{TEMPLATE_ID}</c>.</summary>
internal static class TemplateEndpoints
{
    private const string IfRefused = " Is the id right, and does the token have whatsapp_business_management for that account?";

    public static GraphEndpoint<CreatedTemplate> Create(BusinessAccountId account) =>
        new(HttpMethod.Post, $"{account}/message_templates", GraphJson.Default.CreatedTemplate, answer => answer.Id.HasValue)
        { Operation = "create_template", IfRefused = IfRefused, Uncertainty = "Whether the template was created is not known: find it by its name and language before creating it again." };

    public static GraphEndpoint<PageAnswer<MessageTemplate>> List(BusinessAccountId account, TemplateQuery query) =>
        new(HttpMethod.Get, $"{account}/message_templates", GraphJson.Default.PageAnswerMessageTemplate)
        { Operation = "list_templates", Query = query.ToQuery(), IfRefused = IfRefused };

    public static GraphEndpoint<MessageTemplate> Get(TemplateId template, IReadOnlyList<string>? fields) =>
        new(HttpMethod.Get, $"{template}", GraphJson.Default.MessageTemplate, answer => answer.Id.HasValue)
        { Operation = "get_template", Query = TemplateQuery.FieldsOf(fields), IfRefused = IfRefused };

    public static GraphEndpoint<SuccessAnswer> Edit(TemplateId template) =>
        new(HttpMethod.Post, $"{template}", GraphJson.Default.SuccessAnswer, answer => answer.Success == true)
        { Operation = "edit_template", IfRefused = IfRefused, Uncertainty = "Whether the template was changed is not known: get it before changing it again, since Meta counts each edit." };

    public static GraphEndpoint<SuccessAnswer> Delete(BusinessAccountId account, string name, TemplateId template) =>
        new(HttpMethod.Delete, $"{account}/message_templates", GraphJson.Default.SuccessAnswer, answer => answer.Success == true)
        { Operation = "delete_template", Query = GraphQuery.None.With("hsm_id", template.HasValue ? GraphPath.Check(template) : null).With("name", name), IfRefused = IfRefused };
}

using WhatsCommerce.Templates;

namespace WhatsCommerce.Tool.Verification;

/// <summary>A template, as written by the <c>templates</c> commands with <c>--json</c>.</summary>
internal sealed record TemplateLine(string? Id, string? Name, string? Language, string? Category, string? Status, string? Reason)
{
    public static TemplateLine Of(MessageTemplate template) => new(
        template.Id.Value,
        template.Name,
        template.Language,
        template.Category.Value,
        template.Status.Value,
        template.RejectionReason.HasValue && template.RejectionReason != TemplateRejectionReason.None
            ? template.RejectionReason.Value
            : null);
}

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>message_template_components_update</c>.</summary>
internal struct TemplateComponentsDraft : IValueDraft
{
    private string? _header;
    private string? _body;
    private string? _footer;
    private IReadOnlyList<TemplateButton>? _buttons;
    private TemplateNaming _template;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        22 when member.Is("message_template_title"u8) => r.TryString(out _header),
        23 when member.Is("message_template_footer"u8) => r.TryString(out _footer),
        24 when member.Is("message_template_element"u8) => r.TryString(out _body),
        24 when member.Is("message_template_buttons"u8) => Draft.TryParts<TemplateButtonDraft, TemplateButton>(ref r, member, ref rest, out _buttons),
        _ => _template.TryTake(ref r, member, ref rest),
    };

    public readonly WebhookEvent ToEvent(in EventHead head) => new TemplateComponentsEvent(head)
    {
        TemplateId = _template.Id,
        TemplateName = _template.Name,
        Language = _template.Language,
        Header = _header,
        Body = _body,
        Footer = _footer,
        Buttons = _buttons ?? [],
    };
}

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>message_template_buttons[]</c>.</summary>
internal struct TemplateButtonDraft : IPartDraft<TemplateButton>
{
    private string? _type;
    private string? _text;
    private string? _url;
    private string? _phoneNumber;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        27 when member.Is("message_template_button_url"u8) => r.TryString(out _url),
        28 when member.Is("message_template_button_type"u8) => r.TryString(out _type),
        28 when member.Is("message_template_button_text"u8) => r.TryString(out _text),
        36 when member.Is("message_template_button_phone_number"u8) => r.TryString(out _phoneNumber),
        _ => false,
    };

    public readonly TemplateButton ToPart(AdditionalProperties rest) => new()
    {
        Type = new(_type),
        Text = _text,
        Url = _url,
        PhoneNumber = _phoneNumber,
        AdditionalProperties = rest,
    };
}

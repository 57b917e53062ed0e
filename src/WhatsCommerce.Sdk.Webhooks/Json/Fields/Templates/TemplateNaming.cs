namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads which template it is.</summary>
internal struct TemplateNaming : IDraft
{
    public string? Id;
    public string? Name;
    public string? Language;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        19 when member.Is("message_template_id"u8) => r.TryId(out Id),
        21 when member.Is("message_template_name"u8) => r.TryString(out Name),
        25 when member.Is("message_template_language"u8) => r.TryString(out Language),
        _ => false,
    };
}

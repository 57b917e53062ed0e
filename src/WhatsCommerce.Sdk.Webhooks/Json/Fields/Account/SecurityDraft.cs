namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>security</c>.</summary>
internal struct SecurityDraft : IValueDraft
{
    private string? _kind;
    private string? _requester;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        5 when member.Is("event"u8) => r.TryString(out _kind),
        9 when member.Is("requester"u8) => r.TryId(out _requester),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head) => new SecurityEvent(head)
    {
        Kind = new(_kind),
        Requester = _requester,
    };
}

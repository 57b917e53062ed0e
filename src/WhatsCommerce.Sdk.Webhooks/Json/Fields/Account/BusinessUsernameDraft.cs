namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>business_username_updates</c>.</summary>
internal struct BusinessUsernameDraft : IValueDraft
{
    private string? _username;
    private string? _status;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        6 when member.Is("status"u8) => r.TryString(out _status),
        8 when member.Is("username"u8) => r.TryId(out _username),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head) => new BusinessUsernameEvent(head)
    {
        Username = _username,
        Status = new(_status),
    };
}

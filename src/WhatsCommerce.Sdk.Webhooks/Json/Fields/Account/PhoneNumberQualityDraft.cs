namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>phone_number_quality_update</c>.</summary>
internal struct PhoneNumberQualityDraft : IValueDraft
{
    private string? _kind;
    private string? _currentLimit;
    private string? _oldLimit;
    private string? _messagingLimit;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        5 when member.Is("event"u8) => r.TryString(out _kind),
        9 when member.Is("old_limit"u8) => r.TryString(out _oldLimit),
        13 when member.Is("current_limit"u8) => r.TryString(out _currentLimit),
        36 when member.Is("max_daily_conversations_per_business"u8) => r.TryString(out _messagingLimit),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head) => new PhoneNumberQualityEvent(head)
    {
        Kind = new(_kind),
        CurrentLimit = new(_currentLimit),
        OldLimit = new(_oldLimit),
        MessagingLimit = new(_messagingLimit),
    };
}

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>business_capability_update</c>.</summary>
internal struct BusinessCapabilityDraft : IValueDraft
{
    private string? _messagingLimit;
    private string? _messagingLimitPerPhoneNumber;
    private int? _maxPhoneNumbers;
    private int? _maxPhoneNumbersPerAccount;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        26 when member.Is("max_phone_numbers_per_waba"u8) => r.TryInt32(out _maxPhoneNumbersPerAccount),
        30 when member.Is("max_phone_numbers_per_business"u8) => r.TryInt32(out _maxPhoneNumbers),
        32 when member.Is("max_daily_conversation_per_phone"u8) => r.TryString(out _messagingLimitPerPhoneNumber),
        36 when member.Is("max_daily_conversations_per_business"u8) => r.TryString(out _messagingLimit),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head) => new BusinessCapabilityEvent(head)
    {
        MessagingLimit = new(_messagingLimit),
        MessagingLimitPerPhoneNumber = new(_messagingLimitPerPhoneNumber),
        MaxPhoneNumbers = _maxPhoneNumbers,
        MaxPhoneNumbersPerAccount = _maxPhoneNumbersPerAccount,
    };
}

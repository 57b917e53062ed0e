namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>user_preferences[]</c>.</summary>
internal struct UserPreferenceDraft : IItemDraft
{
    private string? _category;
    private string? _value;
    private string? _detail;
    private string? _signupId;
    private DateTimeOffset? _timestamp;
    private CustomerNaming _customer;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        5 when member.Is("value"u8) => r.TryString(out _value),
        6 when member.Is("detail"u8) => r.TryString(out _detail),
        8 when member.Is("category"u8) => r.TryString(out _category),
        9 when member.Is("signup_id"u8) => r.TryId(out _signupId),
        9 when member.Is("timestamp"u8) => r.TryTimestamp(out _timestamp),
        _ => _customer.TryTake(ref r, member, ref rest),
    };

    public readonly WebhookEvent ToEvent(in EventHead head, in ItemArray items, ref Contacts contacts)
    {
        return new UserPreferenceEvent(head with
        {
            Timestamp = _timestamp ?? head.Timestamp,
            Customer = contacts.Join(items.Index, _customer.WaId, _customer.UserId, _customer.ParentUserId),
        })
        {
            Value = new(_value),
            Category = new(_category),
            Detail = _detail,
            SignupId = _signupId,
        };
    }
}

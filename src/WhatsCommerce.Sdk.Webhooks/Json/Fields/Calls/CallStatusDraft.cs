namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>statuses[]</c> of the field <c>calls</c>.</summary>
internal struct CallStatusDraft : IItemDraft
{
    private string? _callId;
    private string? _status;
    private string? _type;
    private DateTimeOffset? _timestamp;
    private string? _recipientId;
    private string? _userId;
    private string? _parentUserId;
    private string? _callbackData;
    private IReadOnlyList<GraphError>? _errors;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        2 when member.Is("id"u8) => r.TryId(out _callId),
        4 when member.Is("type"u8) => r.TryString(out _type),
        6 when member.Is("status"u8) => r.TryString(out _status),
        6 when member.Is("errors"u8) => GraphErrorReader.TryRead(ref r, member, ref rest, out _errors),
        9 when member.Is("timestamp"u8) => r.TryTimestamp(out _timestamp),
        12 when member.Is("recipient_id"u8) => r.TryId(out _recipientId),
        17 when member.Is("recipient_user_id"u8) => r.TryId(out _userId),
        24 when member.Is("recipient_parent_user_id"u8) => r.TryId(out _parentUserId),
        24 when member.Is("biz_opaque_callback_data"u8) => r.TryString(out _callbackData),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head, in ItemArray items, ref Contacts contacts)
    {
        EventHead where = head with
        {
            Timestamp = _timestamp ?? head.Timestamp,
            Customer = contacts.Join(items.Index, _recipientId, _userId, _parentUserId),
        };
        if (_callId is null)
        {
            return new MalformedEvent(where) { Path = items.Path + ".id", Reason = "There is no id of the call." };
        }

        if (string.IsNullOrWhiteSpace(_status))
        {
            return new MalformedEvent(where) { Path = items.Path + ".status", Reason = "There is no status." };
        }

        return new CallStatusEvent(where)
        {
            CallId = _callId,
            Status = new(_status),
            Type = _type,
            RecipientId = _recipientId,
            CallbackData = _callbackData,
            Errors = _errors ?? [],
        };
    }
}

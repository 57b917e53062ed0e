namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>calls[]</c>.</summary>
internal struct CallDraft : IItemDraft
{
    private string? _callId;
    private string? _kind;
    private string? _direction;
    private DateTimeOffset? _timestamp;
    private string? _from;
    private string? _fromUserId;
    private string? _fromParentUserId;
    private string? _to;
    private string? _toUserId;
    private string? _toParentUserId;
    private string? _status;
    private DateTimeOffset? _startedAt;
    private DateTimeOffset? _endedAt;
    private int? _seconds;
    private string? _callbackData;
    private string? _ctaPayload;
    private string? _deeplinkPayload;
    private IReadOnlyList<GraphError>? _errors;
    private string? _sdpType;
    private string? _sdp;
    private string? _webRtcSdp;

    private readonly bool IsCustomerCalled => new CallDirection(_direction) switch
    {
        var direction when direction == CallDirection.BusinessInitiated => true,
        var direction when direction == CallDirection.UserInitiated => false,
        _ => (_fromUserId ?? _fromParentUserId) is null && (_toUserId ?? _toParentUserId) is not null,
    };

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        2 when member.Is("id"u8) => r.TryId(out _callId),
        2 when member.Is("to"u8) => r.TryId(out _to),
        4 when member.Is("from"u8) => r.TryId(out _from),
        5 when member.Is("event"u8) => r.TryString(out _kind),
        6 when member.Is("status"u8) => r.TryString(out _status),
        6 when member.Is("errors"u8) => GraphErrorReader.TryRead(ref r, member, ref rest, out _errors),
        7 when member.Is("session"u8) => Draft.TryTexts(ref r, ref rest, "session.", "sdp_type"u8, ref _sdpType, "sdp"u8, ref _sdp),
        8 when member.Is("end_time"u8) => r.TryTimestamp(out _endedAt),
        8 when member.Is("duration"u8) => r.TryInt32(out _seconds),
        9 when member.Is("direction"u8) => r.TryString(out _direction),
        9 when member.Is("timestamp"u8) => r.TryTimestamp(out _timestamp),
        10 when member.Is("to_user_id"u8) => r.TryId(out _toUserId),
        10 when member.Is("start_time"u8) => r.TryTimestamp(out _startedAt),
        10 when member.Is("connection"u8) => TakeConnection(ref r, ref rest),
        11 when member.Is("cta_payload"u8) => r.TryString(out _ctaPayload),
        12 when member.Is("from_user_id"u8) => r.TryId(out _fromUserId),
        16 when member.Is("deeplink_payload"u8) => r.TryString(out _deeplinkPayload),
        17 when member.Is("to_parent_user_id"u8) => r.TryId(out _toParentUserId),
        19 when member.Is("from_parent_user_id"u8) => r.TryId(out _fromParentUserId),
        24 when member.Is("biz_opaque_callback_data"u8) => r.TryString(out _callbackData),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head, in ItemArray items, ref Contacts contacts)
    {
        EventHead where = head with { Timestamp = _timestamp ?? head.Timestamp, Customer = FindCustomer(items.Index, ref contacts) };
        if (_callId is null)
        {
            return new MalformedEvent(where) { Path = items.Path + ".id", Reason = "There is no id of the call." };
        }

        if (string.IsNullOrWhiteSpace(_kind))
        {
            return new MalformedEvent(where) { Path = items.Path + ".event", Reason = "There is no event of the call." };
        }

        return new CallEvent(where)
        {
            CallId = _callId,
            Kind = new(_kind),
            Direction = new(_direction),
            From = _from,
            To = _to,
            Status = new(_status),
            StartedAt = _startedAt,
            EndedAt = _endedAt,
            Duration = _seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            SdpType = _sdpType,
            Sdp = _sdp,
            WebRtcSdp = _webRtcSdp,
            CallbackData = _callbackData,
            CtaPayload = _ctaPayload,
            DeeplinkPayload = _deeplinkPayload,
            Errors = _errors ?? [],
        };
    }

    // One of the two sides is the business, which has no user id. If both have one, the direction decides.
    private readonly Customer FindCustomer(int index, ref Contacts contacts) => IsCustomerCalled
        ? contacts.Join(index, _to, _toUserId ?? _fromUserId, _toParentUserId ?? _fromParentUserId)
        : contacts.Join(index, _from, _fromUserId ?? _toUserId, _fromParentUserId ?? _toParentUserId);

    private bool TakeConnection(ref JsonMemberReader r, ref Rest rest)
    {
        if (!r.IsObject)
        {
            return r.IsNull;
        }

        while (r.NextMember(out Member member))
        {
            bool taken = member.Is("webrtc"u8)
                && Draft.TryText(ref r, ref rest, "connection.webrtc.", "sdp"u8, ref _webRtcSdp);
            if (!taken)
            {
                r.Keep(member, ref rest, "connection.");
            }
        }

        return true;
    }
}

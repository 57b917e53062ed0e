namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>standby.message_echoes[]</c>: its <c>message</c> is the request that the other responder sent.</summary>
internal struct StandbyEchoDraft : IItemDraft
{
    private string? _id;
    private DateTimeOffset? _timestamp;
    private RequestDraft _request;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        2 when member.Is("id"u8) => r.TryId(out _id),
        7 when member.Is("message"u8) => Draft.TryFillInner(ref _request, ref r, ref rest, "message."),
        9 when member.Is("timestamp"u8) => r.TryTimestamp(out _timestamp),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head, in ItemArray items, ref Contacts contacts)
    {
        EventHead where = head with
        {
            Timestamp = _timestamp ?? head.Timestamp,
            Customer = contacts.Join(items.Index, _request.To, _request.Recipient, null),
        };
        return new StandbyEvent(where with { AdditionalProperties = default })
        {
            Observed = new MessageEchoEvent(where) { Id = _id, Type = _request.Type },
        };
    }

    private struct RequestDraft : IDraft
    {
        public string? To;
        public string? Recipient;
        public string? Type;

        public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
        {
            2 when member.Is("to"u8) => r.TryId(out To),
            4 when member.Is("type"u8) => r.TryString(out Type),
            9 when member.Is("recipient"u8) => r.TryId(out Recipient),
            _ => false,
        };
    }
}

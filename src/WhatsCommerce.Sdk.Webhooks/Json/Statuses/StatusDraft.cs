namespace WhatsCommerce.Webhooks.Json;

/// <summary>The members of one status.</summary>
internal struct StatusDraft : IDraft
{
    public DateTimeOffset? Timestamp;

    private string? _id;
    private string? _status;
    private string? _type;
    private string? _recipientId;
    private string? _recipientType;
    private string? _groupId;
    private RankedText _participant;
    private RankedText _user;
    private RankedText _parentUser;
    private string? _identityKeyHash;
    private string? _callbackData;
    private Conversation? _conversation;
    private Pricing? _pricing;
    private Pricing? _conversationPricing;
    private Payment? _payment;
    private IReadOnlyList<GraphError>? _errors;

    // Only messages to groups have receipts of participants, whatever the other recipient members contain.
    private readonly bool IsToGroup => _groupId is not null
        || _recipientType == "group"
        || _participant.Rank is not null
        || _user.Rank == 0
        || _parentUser.Rank == 0;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        2 when member.Is("id"u8) => r.TryId(out _id),
        4 when member.Is("type"u8) => r.TryWord(out _type),
        6 when member.Is("status"u8) => r.TryWord(out _status),
        6 when member.Is("errors"u8) => GraphErrorReader.TryRead(ref r, member, ref rest, out _errors),
        7 when member.Is("pricing"u8) => Draft.TryPart<PricingDraft, Pricing>(ref r, out _pricing),
        7 when member.Is("payment"u8) => PaymentReader.TryRead(ref r, out _payment),
        8 when member.Is("group_id"u8) => r.TryId(out _groupId),
        9 when member.Is("timestamp"u8) => r.TryTimestamp(out Timestamp),
        12 when member.Is("recipient_id"u8) => r.TryId(out _recipientId),
        12 when member.Is("conversation"u8) => ConversationReader.TryRead(ref r, out _conversation, out _conversationPricing),
        14 when member.Is("recipient_type"u8) => r.TryWord(out _recipientType),
        14 when member.Is("parent_user_id"u8) => _parentUser.TryTake(ref r, member, 3, ref rest),
        17 when member.Is("recipient_user_id"u8) => _user.TryTake(ref r, member, 1, ref rest),
        24 when member.Is("recipient_participant_id"u8) => _participant.TryTake(ref r, member, 0, ref rest),
        24 when member.Is("participant_recipient_id"u8) => _participant.TryTake(ref r, member, 1, ref rest),
        24 when member.Is("recipient_parent_user_id"u8) => _parentUser.TryTake(ref r, member, 1, ref rest),
        24 when member.Is("parent_recipient_user_id"u8) => _parentUser.TryTake(ref r, member, 2, ref rest),
        24 when member.Is("biz_opaque_callback_data"u8) => r.TryString(out _callbackData),
        27 when member.Is("recipient_identity_key_hash"u8) => r.TryId(out _identityKeyHash),
        29 when member.Is("recipient_participant_user_id"u8) => _user.TryTake(ref r, member, 0, ref rest),
        36 when member.Is("recipient_participant_parent_user_id"u8) => _parentUser.TryTake(ref r, member, 0, ref rest),
        _ => false,
    };

    public readonly Customer JoinCustomer(int index, ref Contacts contacts) => contacts.Join(
        index, IsToGroup ? _participant.Value : _recipientId, _user.Value, _parentUser.Value, _identityKeyHash);

    public readonly WebhookEvent ToEvent(in EventHead head, in ItemArray items)
    {
        if (_id is null || string.IsNullOrWhiteSpace(_status))
        {
            return new MalformedEvent(head)
            {
                Path = items.Path + (_id is null ? ".id" : ".status"),
                Reason = _id is null ? "There is no id of the message that the status is about." : "There is no status.",
                MessageId = _id,
            };
        }

        return new StatusEvent(head)
        {
            MessageId = _id,
            Status = new MessageStatus(_status),
            Type = _type,
            RecipientId = _recipientId,
            RecipientType = _recipientType,
            GroupId = _groupId ?? (IsToGroup ? _recipientId : null),
            ParticipantId = _participant.Value,
            CallbackData = _callbackData,
            Conversation = _conversation,
            Pricing = _pricing ?? _conversationPricing,
            Payment = _payment,
            Errors = _errors ?? [],
        };
    }
}

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads messages that were not just sent to this endpoint: echoes, and those of the chat history.</summary>
internal struct CopiedMessage
{
    private CopyDraft _copy;

    /// <summary>The number of the sender, which may be the business.</summary>
    public string? From { get; private set; }

    private string? FromUserId { get; set; }

    private string? FromParentUserId { get; set; }

    /// <summary>The sender, which may be the business.</summary>
    public readonly Customer Author => Customer.Of(From, FromUserId, FromParentUserId);

    /// <summary>The message; only the caller knows its customer.</summary>
    public WebhookEvent Message { get; private set; }

    /// <summary>The status of a message of the chat history.</summary>
    public readonly HistoryMessageStatus Status => new(_copy.Status);

    /// <summary>Whether it contains the recipient, which only messages of a business do.</summary>
    public readonly bool HasRecipient => (_copy.To ?? _copy.ToUserId ?? _copy.ToParentUserId) is not null;

    /// <summary>The recipient.</summary>
    public readonly Customer Recipient => Customer.Of(_copy.To, _copy.ToUserId, _copy.ToParentUserId);

    /// <summary>Reads <c>message_echoes[]</c> of <c>smb_message_echoes</c>.</summary>
    public static void ReadEcho(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
    {
        CopiedMessage copy = ReadWrittenTo(ref r, items, change, ref contacts);
        WebhookEvent message = copy.Message;
        events.Add(message is MalformedEvent
            ? message
            : new MessageEchoEvent(
                new EventHead(change, message.Timestamp ?? change.Entry.Time, message.Customer, message.RawJson, message.RawPlace))
            {
                Id = IdOf(message),
                Message = message,
                Type = TypeOf(message),
                From = copy.From,
            });
    }

    /// <summary>Reads <c>message_echoes[]</c> of <c>history</c>.</summary>
    public static void ReadPastEcho(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
    {
        CopiedMessage copy = ReadWrittenTo(ref r, items, change, ref contacts);
        AddPast(copy.Message, copy.From, isFromCustomer: false, change, events);
    }

    /// <summary>Reads <c>messages[]</c> of <c>history</c>: media contents that follow a <see cref="HistoryEvent"/>.</summary>
    public static void ReadPastMessage(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
    {
        WebhookEvent message = MessageReader.Read(ref r, items, change, ref contacts);
        AddPast(message, message.Customer.WaId, isFromCustomer: true, change, events);
    }

    /// <summary>Reads a message; the caller, who knows the customer, completes it.</summary>
    public static CopiedMessage Read(ref JsonMemberReader r, in ItemArray items, WebhookChange change, in IdsAtHand atHand)
    {
        WebhookEvent message = MessageReader.ReadCopy(ref r, items, change, atHand, out MessageDraft draft);
        return new()
        {
            Message = message,
            From = draft.From,
            FromUserId = draft.FromUserId,
            FromParentUserId = draft.FromParentUserId,
            _copy = draft.Copy,
        };
    }

    /// <summary>Whether the customer sent it. The number may have another spelling than that of the thread.</summary>
    public readonly bool IsFrom(Customer customer) => !HasRecipient
        && (AreSame(From, customer.WaId)
            || AreSame(FromUserId, customer.UserId.Value)
            || AreSame(FromParentUserId, customer.ParentUserId.Value)
            || AreSame(PhoneNumber.LineOf(From), PhoneNumber.LineOf(customer.WaId)));

    private static bool AreSame(string? id, string? other) => id is not null && id == other;

    // The customer of an echo is its recipient.
    private static CopiedMessage ReadWrittenTo(ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts)
    {
        CopiedMessage copy = Read(ref r, items, change, new IdsAtHand(contacts.LikelyWaId, change.DisplayPhoneNumber));
        copy.Message.Complete(contacts.Join(items.Index, copy._copy.To, copy._copy.ToUserId, copy._copy.ToParentUserId));
        return copy;
    }

    private static MessageId IdOf(WebhookEvent message) => message switch
    {
        MessageEvent typed => typed.Id,
        UnknownEvent unknown => unknown.MessageId,
        _ => default,
    };

    private static string? TypeOf(WebhookEvent message) => message switch
    {
        MessageEvent typed => typed.Type,
        UnknownEvent unknown => unknown.Type,
        _ => null,
    };

    private static void AddPast(
        WebhookEvent message, string? from, bool isFromCustomer, WebhookChange change, List<WebhookEvent> events) =>
        events.Add(message is MalformedEvent
            ? message
            : new HistoryMessageEvent(
                new EventHead(change, message.Timestamp ?? change.Entry.Time, message.Customer, message.RawJson, message.RawPlace))
            {
                Id = IdOf(message),
                Message = message,
                IsFromCustomer = isFromCustomer,
                From = from,
            });
}

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads messages that were not sent to this endpoint just now: echoes, and those of the past.</summary>
/// <remarks>They are messages as any other with a few members more, which are found among what the message kept.</remarks>
internal struct CopiedMessage
{
    private string? _to;
    private string? _toUserId;
    private string? _toParentUserId;
    private string? _status;
    private AdditionalProperties _rest;

    /// <summary>Who wrote it, be it the business.</summary>
    public Customer Author { get; private set; }

    /// <summary>The message; its customer is known only to the caller.</summary>
    public WebhookEvent Message { get; private set; }

    /// <summary>The status that it had, if it is of the past.</summary>
    public readonly HistoryMessageStatus Status => new(_status);

    /// <summary>Whether it says whom it was written to, which only the messages of a business do.</summary>
    public readonly bool HasRecipient => (_to ?? _toUserId ?? _toParentUserId) is not null;

    /// <summary>Whom it was written to.</summary>
    public readonly Customer Recipient => HasRecipient
        ? new Customer { WaId = _to, UserId = _toUserId, ParentUserId = _toParentUserId }
        : Customer.Unknown;

    /// <summary>Reads <c>message_echoes[]</c> of <c>smb_message_echoes</c>.</summary>
    public static void ReadEcho(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
    {
        CopiedMessage copy = Read(ref r, items, change);
        Customer customer = contacts.Join(items.Index, copy._to, copy._toUserId, copy._toParentUserId);
        WebhookEvent message = copy.Complete(customer);
        events.Add(message is MalformedEvent
            ? message
            : new MessageEchoEvent(new EventHead(change, message.Timestamp ?? change.Entry.Time, customer, message.RawJson, message.RawPlace))
            {
                Id = IdOf(message),
                Message = message,
                Type = TypeOf(message),
                From = copy.Author.WaId,
            });
    }

    /// <summary>Reads <c>message_echoes[]</c> of <c>history</c>.</summary>
    public static void ReadPastEcho(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
    {
        CopiedMessage copy = Read(ref r, items, change);
        WebhookEvent message = copy.Complete(contacts.Join(items.Index, copy._to, copy._toUserId, copy._toParentUserId));
        AddPast(message, copy.Author.WaId, isFromCustomer: false, change, events);
    }

    /// <summary>Reads <c>messages[]</c> of <c>history</c>: contents that follow a <see cref="HistoryEvent"/>.</summary>
    public static void ReadPastMessage(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
    {
        WebhookEvent message = MessageReader.Read(ref r, items, change, ref contacts);
        AddPast(message, message.Customer.WaId, isFromCustomer: true, change, events);
    }

    /// <summary>Reads a message.</summary>
    public static CopiedMessage Read(ref JsonMemberReader r, in ItemArray items, WebhookChange change)
    {
        Contacts none = default;
        WebhookEvent message = MessageReader.Read(ref r, items, change, ref none);
        var copy = new CopiedMessage { Message = message, Author = message.Customer, _rest = message.AdditionalProperties };
        if (message.AdditionalProperties.Members is { } kept)
        {
            copy.TakeFrom(kept);
        }

        return copy;
    }

    /// <summary>Gives the message its customer, and takes from it what was read here.</summary>
    public readonly WebhookEvent Complete(Customer customer)
    {
        Message.Complete(customer, _rest);
        return Message;
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
            : new HistoryMessageEvent(new EventHead(change, message.Timestamp ?? change.Entry.Time, message.Customer, message.RawJson, message.RawPlace))
            {
                Id = IdOf(message),
                Message = message,
                IsFromCustomer = isFromCustomer,
                From = from,
            });

    private void TakeFrom(KeptMembers kept)
    {
        Rest rest = default;
        for (int i = 0; i < kept.Count; i++)
        {
            var r = new JsonMemberReader(kept.Body, kept[i].ValueStart);
            bool taken = (kept.Is(i, "history_context"u8) && Draft.TryText(ref r, ref rest, "history_context.", "status"u8, ref _status))
                || (kept.Is(i, "to"u8) && r.TryId(out _to))
                || (kept.Is(i, "to_user_id"u8) && r.TryId(out _toUserId))
                || (kept.Is(i, "to_parent_user_id"u8) && r.TryId(out _toParentUserId));
            if (!taken)
            {
                rest.Add(kept[i]);
            }
        }

        _rest = rest.ToProperties(kept.Body);
    }
}

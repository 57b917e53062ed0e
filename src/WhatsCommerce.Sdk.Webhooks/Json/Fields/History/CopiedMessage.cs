namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads messages that were not sent to this endpoint just now: echoes, and those of the past.</summary>
/// <remarks>They are messages as any other with a few members more, which are found among what the message kept.</remarks>
internal struct CopiedMessage
{
    private string? _to;
    private string? _toUserId;
    private string? _toParentUserId;
    private string? _status;

    /// <summary>The status that it had, if it is of the past.</summary>
    public readonly HistoryMessageStatus Status => new(_status);

    /// <summary>Whether it says whom it was written to, which only the messages of a business do.</summary>
    public readonly bool HasRecipient => (_to ?? _toUserId ?? _toParentUserId) is not null;

    /// <summary>Reads <c>message_echoes[]</c> of <c>smb_message_echoes</c>.</summary>
    public static void ReadEcho(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
    {
        WebhookEvent message = Read(ref r, items, change, out CopiedMessage copy);
        Customer customer = copy.JoinRecipient(items.Index, ref contacts);
        events.Add(message is MalformedEvent
            ? message with { Customer = customer }
            : new MessageEchoEvent(new EventHead(change, message.Timestamp ?? change.Entry.Time, customer, message.RawJson, message.RawPlace))
            {
                Id = IdOf(message),
                Message = message with { Customer = customer },
                Type = TypeOf(message),
                From = message.Customer.WaId,
            });
    }

    /// <summary>Reads <c>message_echoes[]</c> of <c>history</c>.</summary>
    public static void ReadPastEcho(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
    {
        WebhookEvent message = Read(ref r, items, change, out CopiedMessage copy);
        AddPast(message, message.Customer.WaId, copy.JoinRecipient(items.Index, ref contacts), isFromCustomer: false, change, events);
    }

    /// <summary>Reads <c>messages[]</c> of <c>history</c>: contents that follow a <see cref="HistoryEvent"/>.</summary>
    public static void ReadPastMessage(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
    {
        WebhookEvent message = MessageReader.Read(ref r, items, change, ref contacts);
        AddPast(message, message.Customer.WaId, message.Customer, isFromCustomer: true, change, events);
    }

    /// <summary>Reads a message; its customer is whoever wrote it, be it the business.</summary>
    public static WebhookEvent Read(ref JsonMemberReader r, in ItemArray items, WebhookChange change, out CopiedMessage copy)
    {
        copy = default;
        Contacts none = default;
        WebhookEvent message = MessageReader.Read(ref r, items, change, ref none);
        if (message.AdditionalProperties.Members is not { } kept)
        {
            return message;
        }

        Rest rest = default;
        for (int i = 0; i < kept.Count; i++)
        {
            if (!copy.TryTake(kept, i, ref rest))
            {
                rest.Add(kept[i]);
            }
        }

        return message with { AdditionalProperties = rest.ToProperties(kept.Body) };
    }

    public static MessageId IdOf(WebhookEvent message) => message switch
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
        WebhookEvent message, string? from, Customer customer, bool isFromCustomer, WebhookChange change, List<WebhookEvent> events) =>
        events.Add(message is MalformedEvent
            ? message with { Customer = customer }
            : new HistoryMessageEvent(new EventHead(change, message.Timestamp ?? change.Entry.Time, customer, message.RawJson, message.RawPlace))
            {
                Id = IdOf(message),
                Message = message with { Customer = customer },
                IsFromCustomer = isFromCustomer,
                From = from,
            });

    private readonly Customer JoinRecipient(int index, ref Contacts contacts) =>
        contacts.Join(index, _to, _toUserId, _toParentUserId);

    private bool TryTake(KeptMembers kept, int index, ref Rest rest)
    {
        if (kept[index].Path is not null)
        {
            return false;
        }

        var r = new JsonMemberReader(kept.Body, kept[index].ValueStart);
        return kept.Name(index) switch
        {
            "to" => r.TryString(out _to),
            "to_user_id" => r.TryString(out _toUserId),
            "to_parent_user_id" => r.TryString(out _toParentUserId),
            "history_context" => Draft.TryText(ref r, ref rest, "history_context.", "status"u8, ref _status),
            _ => false,
        };
    }
}

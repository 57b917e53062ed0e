namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads one message. Its event type is decided by the payload that is present, not by <c>type</c> alone.</summary>
internal static class MessageReader
{
    public static WebhookEvent Read(ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts)
    {
        int start = r.Start;
        MessageDraft message = default;
        message.Read(ref r, new IdsAtHand(contacts.LikelyWaId, change.DisplayPhoneNumber));
        Customer customer = contacts.Join(items.Index, message.From, message.FromUserId, message.FromParentUserId);
        return ToEvent(
            ref message, r.Body, new EventHead(change, message.Timestamp, customer, r.Body[start..r.End], items.RawPlace), items);
    }

    /// <summary>Reads a message that was not just sent to this endpoint; only the caller knows its customer.</summary>
    public static WebhookEvent ReadCopy(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, in IdsAtHand atHand, out MessageDraft message)
    {
        int start = r.Start;
        message = new MessageDraft { IsCopy = true };
        message.Read(ref r, atHand);
        return ToEvent(
            ref message, r.Body, new EventHead(change, message.Timestamp, Customer.Unknown, r.Body[start..r.End], items.RawPlace), items);
    }

    private static WebhookEvent ToEvent(ref MessageDraft message, ReadOnlyMemory<byte> body, in EventHead head, in ItemArray items)
    {
        message.Event = head;
        if (Make(ref message, body) is { } read)
        {
            return read;
        }

        return message.Fault.Happened
            ? new MalformedEvent(message.Event)
            {
                Path = items.Path + message.Fault.Path,
                Reason = message.Fault.Reason,
                MessageId = message.Id
            }
            : UnknownEvents.Of(ref message, body);
    }

    /// <summary>Creates the event; <see langword="null"/> when it is malformed, or of an unknown type.</summary>
    public static MessageEvent? Make(ref MessageDraft message, ReadOnlyMemory<byte> body)
    {
        MessageEvent? made = message.Order.IsPresent ? ToOrder(ref message)
            : message.AsksAboutProduct ? ToProductQuestion(ref message)
            : message.Text.IsPresent ? ToText(ref message)
            : message.Payload.Kind != PayloadKind.None ? TakePayload(ref message, body)
            : MakeWithoutPayload(ref message);
        if (made is null)
        {
            return null;
        }

        if (message.Id is null)
        {
            return message.Fail(".id", "There is no message id, without which a redelivery cannot be told from a new message.");
        }

        message.Complete(made, body);
        return made;
    }

    private static OrderEvent? ToOrder(ref MessageDraft message)
    {
        if (message.Order.Fault.Happened)
        {
            message.Fault = message.Order.Fault;
            return null;
        }

        message.Rest.AddIfPresent(message.Text.Slice);
        KeepPayload(ref message);
        message.Rest.Append(message.Order.Rest, "order.");
        return new OrderEvent { CatalogId = message.Order.CatalogId, Text = message.Order.Text, Items = message.Order.Items! };
    }

    private static ProductQuestionEvent? ToProductQuestion(ref MessageDraft message)
    {
        message.Fault = message.Text.Fault.Happened || !message.HasReply ? message.Text.Fault : message.Payload.Fault;
        if (message.Fault.Happened)
        {
            return null;
        }

        InteractiveReply? reply = message.Payload.Reply;
        if (reply is null)
        {
            message.Payload.GiveUp(ref message.Rest);
        }

        message.Rest.AddIfPresent(message.Origin);
        message.Rest.Append(message.Text.Rest, "text.");
        ReferredProduct product = message.Context!.ReferredProduct!;
        return new ProductQuestionEvent
        {
            CatalogId = product.CatalogId,
            RetailerId = product.RetailerId,
            Text = message.Text.Body,
            Reply = reply,
        };
    }

    private static TextEvent? ToText(ref MessageDraft message)
    {
        if (message.Text.Fault.Happened)
        {
            message.Fault = message.Text.Fault;
            return null;
        }

        KeepPayload(ref message);
        message.Rest.Append(message.Text.Rest, "text.");
        return new TextEvent { Text = message.Text.Body! };
    }

    private static MessageEvent? TakePayload(ref MessageDraft message, ReadOnlyMemory<byte> body)
    {
        if (message.Payload.Fault.Happened)
        {
            message.Fault = message.Payload.Fault;
            return null;
        }

        MessageEvent? made = message.Payload.Event;
        if (message.Origin.IsPresent)
        {
            made = TakeOrigin(ref message, made, body);
        }

        message.Rest.Append(message.Payload.Rest);
        return message.Payload.Kind switch
        {
            PayloadKind.Interactive or PayloadKind.Button => new InteractiveReplyEvent { Reply = message.Payload.Reply! },
            PayloadKind.Edit => EditReader.ReadEdit(ref message, body),
            _ => made,
        };
    }

    private static MessageEvent? TakeOrigin(ref MessageDraft message, MessageEvent? made, ReadOnlyMemory<byte> body)
    {
        if (made is ContactsEvent contacts && new JsonMemberReader(body, message.Origin.ValueStart).TryString(out string? origin))
        {
            return contacts with { Origin = new(origin) };
        }

        message.Rest.Add(message.Origin);
        return made;
    }

    // The few types without a payload, and messages that lost theirs.
    private static MessageEvent? MakeWithoutPayload(ref MessageDraft message)
    {
        message.Rest.AddIfPresent(message.Origin);
        return message.Type switch
        {
            "request_welcome" => new WelcomeRequestEvent(),
            "media_placeholder" => new MediaPlaceholderEvent(),
            "unsupported" or "unknown" or "interactive" => new UnsupportedEvent(),
            _ when message.Errors is { Count: > 0 } => new UnsupportedEvent(),
            "order" or "text" => MissesPayload(ref message),
            { } type when Payload.KindOf(Encoding.UTF8.GetBytes(type)) != PayloadKind.None => MissesPayload(ref message),
            _ => null,
        };
    }

    private static MessageEvent? MissesPayload(ref MessageDraft message) =>
        message.Fail("." + message.Type, $"The type is {message.Type}, but there is no member {message.Type}.");

    private static void KeepPayload(ref MessageDraft message)
    {
        message.Payload.GiveUp(ref message.Rest);
        message.Rest.AddIfPresent(message.Origin);
    }
}

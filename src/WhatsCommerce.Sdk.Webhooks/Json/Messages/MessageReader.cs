using System.Text;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads one message. What it becomes is decided by the payload that is there, not by <c>type</c> alone.</summary>
internal static class MessageReader
{
    public static WebhookEvent Read(ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts)
    {
        int start = r.Start;
        MessageDraft message = default;
        message.Read(ref r, new IdsAtHand(contacts.LikelyWaId, change.DisplayPhoneNumber));
        Customer customer = contacts.Join(items.Index, message.From, message.FromUserId, message.FromParentUserId);
        return ToEvent(ref message, r.Body, new EventHead(change, message.Timestamp, customer, r.Body[start..r.End], items.RawPlace), items);
    }

    /// <summary>Reads a message that was not sent to this endpoint just now; its customer is known only to the caller.</summary>
    public static WebhookEvent ReadCopy(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, in IdsAtHand atHand, out MessageDraft message)
    {
        int start = r.Start;
        message = new MessageDraft { IsCopy = true };
        message.Read(ref r, atHand);

        // The message inside an edit keeps who wrote it.
        Customer customer = message.Payload.Kind == PayloadKind.Edit
            ? Customer.Of(message.From, message.FromUserId, message.FromParentUserId)
            : Customer.Unknown;
        return ToEvent(ref message, r.Body, new EventHead(change, message.Timestamp, customer, r.Body[start..r.End], items.RawPlace), items);
    }

    private static WebhookEvent ToEvent(ref MessageDraft message, ReadOnlyMemory<byte> body, in EventHead head, in ItemArray items)
    {
        message.Event = head;
        if (Make(ref message, body) is { } read)
        {
            return read;
        }

        return message.Fault.Happened
            ? new MalformedEvent(message.Event) { Path = items.Path + message.Fault.Path, Reason = message.Fault.Reason, MessageId = message.Id }
            : ToUnknown(ref message, body);
    }

    /// <summary>Makes the event; <see langword="null"/> when it is at fault, or of no kind that is known.</summary>
    public static MessageEvent? Make(ref MessageDraft message, ReadOnlyMemory<byte> body)
    {
        MessageEvent? read = message.Order.IsPresent ? ToOrder(ref message, body)
            : message.AsksAboutProduct ? ToProductQuestion(ref message, body)
            : message.Text.IsPresent ? ToText(ref message, body)
            : message.Payload.Kind != PayloadKind.None ? PayloadReader.Read(ref message, body)
            : ReadWithoutPayload(ref message, body);
        return read is not null && message.Id is null
            ? message.Fail(".id", "There is no message id, without which a redelivery cannot be told from a new message.")
            : read;
    }

    private static OrderEvent? ToOrder(ref MessageDraft message, ReadOnlyMemory<byte> body)
    {
        if (message.Order.Fault.Happened)
        {
            message.Fault = message.Order.Fault;
            return null;
        }

        message.Rest.AddIfPresent(message.Text.Slice);
        KeepPayload(ref message);
        message.Rest.Append(message.Order.Rest, "order.");
        return new OrderEvent(message.ToHead(body))
        {
            CatalogId = message.Order.CatalogId,
            Text = message.Order.Text,
            Items = message.Order.Items!,
        };
    }

    private static ProductQuestionEvent? ToProductQuestion(ref MessageDraft message, ReadOnlyMemory<byte> body)
    {
        if (message.Text.Fault.Happened)
        {
            message.Fault = message.Text.Fault;
            return null;
        }

        InteractiveReply? reply = null;
        if (message.HasReply && !InteractiveReplyReader.TryRead(ref message, body, out reply))
        {
            return null;
        }

        if (!message.HasReply)
        {
            message.Payload.GiveUp(ref message.Rest);
        }

        message.Rest.AddIfPresent(message.Origin);
        message.Rest.Append(message.Text.Rest, "text.");
        ReferredProduct product = message.Context!.ReferredProduct!;
        return new ProductQuestionEvent(message.ToHead(body))
        {
            CatalogId = product.CatalogId,
            RetailerId = product.RetailerId,
            Text = message.Text.Body,
            Reply = reply,
        };
    }

    private static TextEvent? ToText(ref MessageDraft message, ReadOnlyMemory<byte> body)
    {
        if (message.Text.Fault.Happened)
        {
            message.Fault = message.Text.Fault;
            return null;
        }

        KeepPayload(ref message);
        message.Rest.Append(message.Text.Rest, "text.");
        return new TextEvent(message.ToHead(body)) { Text = message.Text.Body! };
    }

    // The few kinds that have none, and those that lost theirs on the way.
    private static MessageEvent? ReadWithoutPayload(ref MessageDraft message, ReadOnlyMemory<byte> body)
    {
        KeepPayload(ref message);
        return message.Type switch
        {
            "request_welcome" => new WelcomeRequestEvent(message.ToHead(body)),
            "media_placeholder" => new MediaPlaceholderEvent(message.ToHead(body)),
            "unsupported" or "unknown" or "interactive" => new UnsupportedEvent(message.ToHead(body)),
            _ when message.Errors is { Count: > 0 } => new UnsupportedEvent(message.ToHead(body)),
            "order" or "text" => MissesPayload(ref message),
            { } type when Payload.KindOf(Encoding.UTF8.GetBytes(type)) != PayloadKind.None => MissesPayload(ref message),
            _ => null,
        };
    }

    private static MessageEvent? MissesPayload(ref MessageDraft message) =>
        message.Fail("." + message.Type, $"The type is {message.Type}, but there is no member {message.Type}.");

    private static UnknownEvent ToUnknown(ref MessageDraft message, ReadOnlyMemory<byte> body) =>
        new(message.Event with { AdditionalProperties = message.Rest.ToProperties(body) })
        {
            Type = message.Type,
            MessageId = message.Id,
            Context = message.Context,
            Referral = message.Referral,
            GroupId = message.GroupId,
        };

    private static void KeepPayload(ref MessageDraft message)
    {
        message.Payload.GiveUp(ref message.Rest);
        message.Rest.AddIfPresent(message.Origin);
    }
}

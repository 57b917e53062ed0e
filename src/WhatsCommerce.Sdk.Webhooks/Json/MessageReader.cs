namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads one message. What it becomes is decided by the payload that is there, not by <c>type</c> alone.</summary>
internal static class MessageReader
{
    public static WebhookEvent Read(ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts)
    {
        int start = r.Start;
        MessageDraft draft = default;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (!draft.TryTake(ref r, member, contacts.LikelyWaId))
            {
                r.Keep(member, ref rest);
            }
        }

        var item = new MessageItem(
            change, r.Body[start..r.End], contacts.Join(items.Index, draft.From, draft.FromUserId, draft.FromParentUserId));
        Fault fault = FindFault(draft);
        if (fault.Happened)
        {
            return new MalformedEvent
            {
                Change = change,
                Timestamp = draft.Timestamp,
                RawJson = item.RawJson,
                Path = items.Path + fault.Path,
                Reason = fault.Reason,
                MessageId = draft.Id,
                Customer = item.Customer,
            };
        }

        return draft.Order.IsPresent ? ToOrder(item, draft, rest, r.Body)
            : draft.AsksAboutProduct ? ToProductQuestion(item, draft, rest, r.Body)
            : draft.Text.IsPresent ? ToText(item, draft, rest, r.Body)
            : ToUnknown(item, draft, rest, r.Body);
    }

    private static Fault FindFault(in MessageDraft draft)
    {
        bool isTyped = draft.Order.IsPresent || draft.Text.IsPresent || draft.AsksAboutProduct;
        if (!isTyped && draft.Type is "order" or "text")
        {
            return new("." + draft.Type, $"The type is {draft.Type}, but there is no member {draft.Type}.");
        }

        Fault fault = draft.Order.IsPresent ? draft.Order.Fault : draft.Text.Fault;
        return isTyped && !fault.Happened && string.IsNullOrWhiteSpace(draft.Id)
            ? new(".id", "There is no message id, without which a redelivery cannot be told from a new message.")
            : fault;
    }

    private static OrderEvent ToOrder(in MessageItem item, in MessageDraft draft, Rest rest, ReadOnlyMemory<byte> body)
    {
        rest.AddIfPresent(draft.Text.Slice);
        KeepReplies(draft, ref rest);
        rest.Append(draft.Order.Rest, "order.");
        return new OrderEvent
        {
            Change = item.Change,
            Timestamp = draft.Timestamp,
            RawJson = item.RawJson,
            AdditionalProperties = rest.ToProperties(body),
            Id = draft.Id,
            Customer = item.Customer,
            Type = draft.Type,
            Context = draft.Context,
            GroupId = draft.GroupId,
            CatalogId = draft.Order.CatalogId,
            Text = draft.Order.Text,
            Items = draft.Order.Items!,
        };
    }

    private static ProductQuestionEvent ToProductQuestion(in MessageItem item, in MessageDraft draft, Rest rest, ReadOnlyMemory<byte> body)
    {
        if (draft.Interactive.IsPresent)
        {
            rest.AddIfPresent(draft.Button);
        }

        rest.Append(draft.Text.Rest, "text.");
        ReferredProduct product = draft.Context!.ReferredProduct!;
        return new ProductQuestionEvent
        {
            Change = item.Change,
            Timestamp = draft.Timestamp,
            RawJson = item.RawJson,
            AdditionalProperties = rest.ToProperties(body),
            Id = draft.Id,
            Customer = item.Customer,
            Type = draft.Type,
            Context = draft.Context,
            GroupId = draft.GroupId,
            CatalogId = product.CatalogId,
            RetailerId = product.RetailerId,
            Text = draft.Text.Body,
            Reply = draft.HasReply ? InteractiveReplyReader.Read(body, draft) : null,
        };
    }

    private static TextEvent ToText(in MessageItem item, in MessageDraft draft, Rest rest, ReadOnlyMemory<byte> body)
    {
        KeepReplies(draft, ref rest);
        rest.Append(draft.Text.Rest, "text.");
        return new TextEvent
        {
            Change = item.Change,
            Timestamp = draft.Timestamp,
            RawJson = item.RawJson,
            AdditionalProperties = rest.ToProperties(body),
            Id = draft.Id,
            Customer = item.Customer,
            Type = draft.Type,
            Context = draft.Context,
            GroupId = draft.GroupId,
            Text = draft.Text.Body!,
        };
    }

    private static UnknownEvent ToUnknown(in MessageItem item, in MessageDraft draft, Rest rest, ReadOnlyMemory<byte> body)
    {
        KeepReplies(draft, ref rest);
        return new UnknownEvent
        {
            Change = item.Change,
            Timestamp = draft.Timestamp,
            RawJson = item.RawJson,
            AdditionalProperties = rest.ToProperties(body),
            Type = draft.Type,
            MessageId = draft.Id,
            Customer = item.Customer,
            Context = draft.Context,
            GroupId = draft.GroupId,
        };
    }

    private static void KeepReplies(in MessageDraft draft, ref Rest rest)
    {
        rest.AddIfPresent(draft.Interactive);
        rest.AddIfPresent(draft.Button);
    }

    private readonly record struct MessageItem(WebhookChange Change, ReadOnlyMemory<byte> RawJson, Customer Customer);
}

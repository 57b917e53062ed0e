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

        var head = new EventHead(
            change,
            draft.Timestamp,
            contacts.Join(items.Index, draft.From, draft.FromUserId, draft.FromParentUserId),
            r.Body[start..r.End]);
        Fault fault = FindFault(draft);
        if (fault.Happened)
        {
            return new MalformedEvent(head) { Path = items.Path + fault.Path, Reason = fault.Reason, MessageId = draft.Id };
        }

        return draft.Order.IsPresent ? ToOrder(head, draft, rest, r.Body)
            : draft.AsksAboutProduct ? ToProductQuestion(head, draft, rest, r.Body)
            : draft.Text.IsPresent ? ToText(head, draft, rest, r.Body)
            : ToUnknown(head, draft, rest, r.Body);
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

    private static OrderEvent ToOrder(in EventHead head, in MessageDraft draft, Rest rest, ReadOnlyMemory<byte> body)
    {
        rest.AddIfPresent(draft.Text.Slice);
        KeepReplies(draft, ref rest);
        rest.Append(draft.Order.Rest, "order.");
        return new OrderEvent(Complete(head, draft, rest, body))
        {
            CatalogId = draft.Order.CatalogId,
            Text = draft.Order.Text,
            Items = draft.Order.Items!,
        };
    }

    private static ProductQuestionEvent ToProductQuestion(in EventHead head, in MessageDraft draft, Rest rest, ReadOnlyMemory<byte> body)
    {
        if (draft.Interactive.IsPresent)
        {
            rest.AddIfPresent(draft.Button);
        }

        rest.Append(draft.Text.Rest, "text.");
        ReferredProduct product = draft.Context!.ReferredProduct!;
        return new ProductQuestionEvent(Complete(head, draft, rest, body))
        {
            CatalogId = product.CatalogId,
            RetailerId = product.RetailerId,
            Text = draft.Text.Body,
            Reply = draft.HasReply ? InteractiveReplyReader.Read(body, draft) : null,
        };
    }

    private static TextEvent ToText(in EventHead head, in MessageDraft draft, Rest rest, ReadOnlyMemory<byte> body)
    {
        KeepReplies(draft, ref rest);
        rest.Append(draft.Text.Rest, "text.");
        return new TextEvent(Complete(head, draft, rest, body)) { Text = draft.Text.Body! };
    }

    private static UnknownEvent ToUnknown(in EventHead head, in MessageDraft draft, Rest rest, ReadOnlyMemory<byte> body)
    {
        KeepReplies(draft, ref rest);
        return new UnknownEvent(head with { AdditionalProperties = rest.ToProperties(body) })
        {
            Type = draft.Type,
            MessageId = draft.Id,
            Context = draft.Context,
            GroupId = draft.GroupId,
        };
    }

    private static MessageHead Complete(in EventHead head, in MessageDraft draft, in Rest rest, ReadOnlyMemory<byte> body) =>
        new(head with { AdditionalProperties = rest.ToProperties(body) }, draft.Id, draft.Type, draft.Context, draft.GroupId);

    private static void KeepReplies(in MessageDraft draft, ref Rest rest)
    {
        rest.AddIfPresent(draft.Interactive);
        rest.AddIfPresent(draft.Button);
    }
}

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads one message. What it becomes is decided by the payload that is there, not by <c>type</c> alone.</summary>
internal static class MessageReader
{
    public static WebhookEvent Read(ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts)
    {
        int start = r.Start;
        var draft = new MessageDraft();
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (!draft.TryTake(ref r, member))
            {
                r.Keep(member, ref rest);
            }
        }

        Customer customer = contacts.Join(items.Index, draft.From, draft.FromUserId, draft.FromParentUserId);
        ReadOnlyMemory<byte> raw = r.Body[start..r.End];

        Fault fault = FindFault(draft);
        if (fault.Happened)
        {
            return new MalformedEvent
            {
                Change = change,
                Timestamp = draft.Timestamp,
                RawJson = raw,
                Path = items.Path + fault.Path,
                Reason = fault.Reason!,
                MessageId = draft.Id,
                Customer = customer,
            };
        }

        if (draft.Order.IsPresent)
        {
            rest.AddIfPresent(draft.Text.Slice);
            rest.AddIfPresent(draft.ReplySlice);
            rest.Append(draft.Order.Rest, "order.");
            return new OrderEvent
            {
                Change = change,
                Timestamp = draft.Timestamp,
                RawJson = raw,
                AdditionalProperties = rest.ToProperties(r.Body),
                MessageId = draft.Id,
                Customer = customer,
                Type = draft.Type,
                Context = draft.Context,
                GroupId = draft.GroupId,
                CatalogId = draft.Order.CatalogId,
                Text = draft.Order.Text,
                Items = draft.Order.Items!,
            };
        }

        if (draft.AsksAboutProduct)
        {
            rest.Append(draft.Text.Rest, "text.");
            ReferredProduct product = draft.Context!.ReferredProduct!;
            return new ProductQuestionEvent
            {
                Change = change,
                Timestamp = draft.Timestamp,
                RawJson = raw,
                AdditionalProperties = rest.ToProperties(r.Body),
                MessageId = draft.Id,
                Customer = customer,
                Type = draft.Type,
                Context = draft.Context,
                GroupId = draft.GroupId,
                CatalogId = product.CatalogId,
                RetailerId = product.RetailerId,
                Text = draft.Text.Body,
                Reply = draft.ReplySlice.IsPresent ? InteractiveReplyReader.Read(ref draft.Reply) : null,
            };
        }

        if (draft.Text.IsPresent)
        {
            rest.AddIfPresent(draft.ReplySlice);
            rest.Append(draft.Text.Rest, "text.");
            return new TextEvent
            {
                Change = change,
                Timestamp = draft.Timestamp,
                RawJson = raw,
                AdditionalProperties = rest.ToProperties(r.Body),
                MessageId = draft.Id,
                Customer = customer,
                Type = draft.Type,
                Context = draft.Context,
                GroupId = draft.GroupId,
                Text = draft.Text.Body!,
            };
        }

        rest.AddIfPresent(draft.ReplySlice);
        return new UnknownEvent
        {
            Change = change,
            Timestamp = draft.Timestamp,
            RawJson = raw,
            AdditionalProperties = rest.ToProperties(r.Body),
            Type = draft.Type,
            MessageId = draft.Id,
            Customer = customer,
            Context = draft.Context,
            GroupId = draft.GroupId,
        };
    }

    private static Fault FindFault(in MessageDraft draft)
    {
        Fault fault = default;
        if (draft.Order.IsPresent)
        {
            fault = draft.Order.Fault;
        }
        else if (draft.Text.IsPresent)
        {
            fault = draft.Text.Fault;
        }
        else if (draft.Type is "order" or "text")
        {
            fault.Set("." + draft.Type, $"The type is {draft.Type}, but there is no member {draft.Type}.");
        }
        else
        {
            return fault;
        }

        if (string.IsNullOrWhiteSpace(draft.Id))
        {
            fault.Set(".id", "There is no message id, without which a redelivery cannot be told from a new message.");
        }

        return fault;
    }
}

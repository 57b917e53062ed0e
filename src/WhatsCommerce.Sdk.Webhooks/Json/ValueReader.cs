namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads the <c>value</c> of a change.</summary>
internal static class ValueReader
{
    /// <summary>Whether a member of the body shows that the body is a value without its envelope.</summary>
    public static bool IsOfValue(in Member member) => member.Is("messages"u8) || member.Is("statuses"u8) || member.Is("contacts"u8)
        || member.Is("metadata"u8) || member.Is("errors"u8);

    /// <summary>Whether the kept members of an object around the value contain members that belong into the value.</summary>
    public static bool AreAmong(in Rest rest, ReadOnlyMemory<byte> body) =>
        rest.Contains("messages"u8, body) || rest.Contains("statuses"u8, body);

    /// <summary>Reads a value with messages, statuses or both; in one pass when the members come in Meta's usual order.</summary>
    public static void ReadMessagesValue(
        ref JsonMemberReader r, Place place, WebhookChange change, List<WebhookEvent> events, ref Rest rest)
    {
        int first = events.Count;
        int messagesStart = 0;
        int statusesStart = 0;
        bool again = false;
        Contacts contacts = default;
        MemberSlice contactsSlice = default;
        IReadOnlyList<GraphError> errors = [];
        ReadOnlyMemory<byte> errorsJson = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("messages"u8) && !r.IsNull)
            {
                again |= messagesStart > 0;
                messagesStart = r.Start;
                ReadMessages(ref r, place, change, ref contacts, events);
            }
            else if (member.Is("statuses"u8) && !r.IsNull)
            {
                again |= statusesStart > 0;
                statusesStart = r.Start;
                ReadStatuses(ref r, place, change, ref contacts, events);
            }
            else if (member.Is("contacts"u8) && (r.IsArray || r.IsObject))
            {
                again |= events.Count > first;
                contactsSlice = Contacts.Read(ref r, member, out contacts);
            }
            else if (member.Is("errors"u8) && (r.IsArray || r.IsObject))
            {
                int start = r.Start;
                _ = GraphErrorReader.TryRead(ref r, member, ref rest, out errors);
                errorsJson = r.Body[start..r.End];
            }
            else if (!TryReadCommon(ref r, member, change, ref rest))
            {
                r.Keep(member, ref rest);
            }
        }

        if (again)
        {
            // The contacts came after their messages, or an array came twice: read the items again, with all contacts known.
            events.RemoveRange(first, events.Count - first);
            contacts.ForgetUse();
            ReadAgain(r.Body, messagesStart, statusesStart, place, change, ref contacts, events);
        }

        if (contactsSlice.IsPresent && !contacts.AllUsed)
        {
            rest.Add(contactsSlice);
        }

        if (errors.Count > 0)
        {
            events.Add(new ErrorsEvent(
                new EventHead(change, null, Customer.Unknown, errorsJson, new RawPlace("errors", IsItem: false))) { Errors = errors });
        }
    }

    /// <summary>Reads a value of an unknown field, of which only the metadata is known.</summary>
    public static void ReadOtherValue(ref JsonMemberReader r, WebhookChange change, ref Rest rest)
    {
        while (r.NextMember(out Member member))
        {
            if (!TryReadCommon(ref r, member, change, ref rest))
            {
                r.Keep(member, ref rest);
            }
        }
    }

    /// <summary>Reads the members that all values with a number have in common.</summary>
    public static bool TryReadCommon(ref JsonMemberReader r, in Member member, WebhookChange change, ref Rest rest)
    {
        if (member.Is("messaging_product"u8))
        {
            return r.IsString("whatsapp"u8);
        }

        if (!member.Is("metadata"u8) || !r.IsObject)
        {
            return false;
        }

        while (r.NextMember(out Member inner))
        {
            if (inner.Is("phone_number_id"u8) && r.TryId(out string? id))
            {
                change.PhoneNumberId = id;
                continue;
            }

            if (inner.Is("display_phone_number"u8) && r.TryId(out string? number))
            {
                change.DisplayPhoneNumber = number;
                continue;
            }

            r.Keep(inner, ref rest, "metadata.");
        }

        return true;
    }

    private static void ReadAgain(
        ReadOnlyMemory<byte> body,
        int messagesStart,
        int statusesStart,
        Place place,
        WebhookChange change,
        ref Contacts contacts,
        List<WebhookEvent> events)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            bool messages = (messagesStart < statusesStart) == (pass == 0);
            int start = messages ? messagesStart : statusesStart;
            if (start > 0)
            {
                var r = new JsonMemberReader(body, start);
                if (messages)
                {
                    ReadMessages(ref r, place, change, ref contacts, events);
                }
                else
                {
                    ReadStatuses(ref r, place, change, ref contacts, events);
                }
            }
        }
    }

    private static void ReadMessages(
        ref JsonMemberReader r, Place place, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
    {
        var items = new ItemArray(place, "messages", change, events);
        while (items.Next(ref r))
        {
            events.Add(MessageReader.Read(ref r, items, change, ref contacts));
        }
    }

    private static void ReadStatuses(
        ref JsonMemberReader r, Place place, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
    {
        var items = new ItemArray(place, "statuses", change, events);
        while (items.Next(ref r))
        {
            events.Add(StatusReader.Read(ref r, items, change, ref contacts));
        }
    }
}

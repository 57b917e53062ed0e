namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads the <c>value</c> of a change.</summary>
internal static class ValueReader
{
    /// <summary>Reads a value that holds messages, statuses or both, in one pass when the members come in Meta's usual order.</summary>
    public static void ReadMessagesValue(
        ref JsonMemberReader r, Place place, WebhookChange change, List<WebhookEvent> events, ref Rest rest)
    {
        JsonMemberReader beginning = r;
        int first = events.Count;
        int messagesAt = 0;
        int statusesAt = 0;
        bool again = false;
        Contacts contacts = default;
        MemberSlice contactsSlice = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("messages"u8) && !r.IsNull)
            {
                again |= messagesAt > 0;
                messagesAt = r.Start;
                ReadMessages(ref r, place, change, ref contacts, events);
            }
            else if (member.Is("statuses"u8) && !r.IsNull)
            {
                again |= statusesAt > 0;
                statusesAt = r.Start;
                ReadStatuses(ref r, place, change, ref contacts, events);
            }
            else if (member.Is("contacts"u8) && r.IsArray)
            {
                again |= events.Count > first;
                JsonMemberReader array = r;
                contacts = Contacts.Read(ref array);
                contactsSlice = r.Slice(member);
            }
            else if (!TryReadCommon(ref r, member, change, ref rest))
            {
                r.Keep(member, ref rest);
            }
        }

        if (again)
        {
            // The customers' names came after their messages, or an array came twice: now that all is known, read the items again.
            events.RemoveRange(first, events.Count - first);
            while (beginning.NextMember(out Member member))
            {
                if (beginning.Start == messagesAt)
                {
                    ReadMessages(ref beginning, place, change, ref contacts, events);
                }
                else if (beginning.Start == statusesAt)
                {
                    ReadStatuses(ref beginning, place, change, ref contacts, events);
                }
                else
                {
                    beginning.Skip();
                }
            }
        }

        if (contactsSlice.IsPresent && !contacts.AllUsed)
        {
            rest.Add(contactsSlice);
        }
    }

    /// <summary>Reads a value of which this version knows no more than its metadata.</summary>
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

    private static bool TryReadCommon(ref JsonMemberReader r, in Member member, WebhookChange change, ref Rest rest)
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
            if (inner.Is("phone_number_id"u8) && r.TryString(out string? id))
            {
                change.PhoneNumberId = id;
                continue;
            }

            if (inner.Is("display_phone_number"u8) && r.TryString(out string? number))
            {
                change.DisplayPhoneNumber = number;
                continue;
            }

            r.Keep(inner, ref rest, "metadata.");
        }

        return true;
    }

    private static void ReadMessages(
        ref JsonMemberReader r, Place place, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
    {
        var items = new ItemArray(place, "messages", change, events);
        if (!r.IsArray)
        {
            items.AddNotAnArray(ref r);
            return;
        }

        while (items.Next(ref r))
        {
            events.Add(MessageReader.Read(ref r, items, change, ref contacts));
        }
    }

    private static void ReadStatuses(
        ref JsonMemberReader r, Place place, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
    {
        var items = new ItemArray(place, "statuses", change, events);
        if (!r.IsArray)
        {
            items.AddNotAnArray(ref r);
            return;
        }

        while (items.Next(ref r))
        {
            events.Add(StatusReader.Read(ref r, items, change, ref contacts));
        }
    }
}

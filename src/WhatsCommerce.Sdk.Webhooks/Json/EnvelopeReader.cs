namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads the envelope of a delivery: <c>object</c>, <c>entry[]</c>, <c>changes[]</c>. Also a value without envelope.</summary>
internal static class EnvelopeReader
{
    public static WebhookNotification Read(ref JsonMemberReader r)
    {
        var events = new List<WebhookEvent>(1);
        JsonMemberReader beginning = r;
        if (BeginsLikeValue(r) && TryReadBareValue(ref r, events))
        {
            return new WebhookNotification(null, events, default);
        }

        r = beginning;
        events.Clear();
        string? @object = null;
        bool hasEntry = false;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("object"u8) && r.TryWord(out @object))
            {
                continue;
            }

            if (member.Is("entry"u8) && !r.IsNull)
            {
                hasEntry = true;
                events.Clear();
                ReadEntries(ref r, events);
                continue;
            }

            r.Keep(member, ref rest);
        }

        if (!hasEntry && rest.Count > 0)
        {
            // No envelope after all: the value of a change, or something else that must not get lost.
            r = beginning;
            TryReadBareValue(ref r, events);
            return new WebhookNotification(@object, events, default);
        }

        return new WebhookNotification(@object, events, rest.ToProperties(r.Body));
    }

    private static bool BeginsLikeValue(JsonMemberReader r) => r.NextMember(out Member member)
        && (member.Is("statuses"u8) || member.Is("messages"u8) || member.Is("contacts"u8) || member.Is("metadata"u8)
            || member.Is("messaging_product"u8) || member.Is("errors"u8));

    private static bool TryReadBareValue(ref JsonMemberReader r, List<WebhookEvent> events)
    {
        int start = r.Start;
        var change = new WebhookChange();
        Rest rest = default;
        ValueReader.ReadMessagesValue(ref r, Place.Root, change, events, ref rest);
        if (rest.Contains("entry"u8, r.Body))
        {
            return false;
        }

        Conclude(events, 0, change, ref rest, default, r.Body, start, r.End);
        return true;
    }

    private static void ReadEntries(ref JsonMemberReader r, List<WebhookEvent> events)
    {
        var items = new ItemArray(Place.Root, "entry", WebhookChange.None, events);
        if (!r.IsArray)
        {
            items.AddNotAnArray(ref r);
            return;
        }

        while (items.Next(ref r))
        {
            ReadEntry(ref r, items.Index, events);
        }
    }

    private static void ReadEntry(ref JsonMemberReader r, int index, List<WebhookEvent> events)
    {
        int start = r.Start;
        int first = events.Count;
        var entry = new WebhookEntry();
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("id"u8) && r.TryString(out string? id))
            {
                entry.Id = id;
                continue;
            }

            if (member.Is("time"u8) && r.TryTimestamp(out DateTimeOffset? time))
            {
                entry.Time = time;
                continue;
            }

            if (member.Is("changes"u8) && !r.IsNull)
            {
                events.RemoveRange(first, events.Count - first);
                ReadChanges(ref r, index, entry, events);
                continue;
            }

            r.Keep(member, ref rest);
        }

        entry.AdditionalProperties = rest.ToProperties(r.Body);
        if (events.Count == first)
        {
            events.Add(new UnknownEvent
            {
                Change = new WebhookChange { Entry = entry },
                RawJson = r.Body[start..r.End],
                AdditionalProperties = entry.AdditionalProperties,
            });
        }

        GiveTimeOfEntry(events, first, entry);
    }

    // What carries no time of its own happened when the entry says, which may come after the changes.
    private static void GiveTimeOfEntry(List<WebhookEvent> events, int first, WebhookEntry entry)
    {
        for (int i = first; entry.Time is not null && i < events.Count; i++)
        {
            if (events[i] is UnknownEvent { Timestamp: null } unknown)
            {
                events[i] = unknown with { Timestamp = entry.Time };
            }
        }
    }

    private static void ReadChanges(ref JsonMemberReader r, int entryIndex, WebhookEntry entry, List<WebhookEvent> events)
    {
        var place = new Place(entryIndex, -1);
        var change = new WebhookChange { Entry = entry };
        var items = new ItemArray(place, "changes", change, events);
        if (!r.IsArray)
        {
            items.AddNotAnArray(ref r);
            return;
        }

        while (items.Next(ref r))
        {
            ReadChange(ref r, new Place(entryIndex, items.Index), entry, events);
        }
    }

    private static void ReadChange(ref JsonMemberReader r, Place place, WebhookEntry entry, List<WebhookEvent> events)
    {
        int start = r.Start;
        int first = events.Count;
        var change = new WebhookChange { Entry = entry };
        JsonMemberReader value = default;
        bool hasValue = false;
        bool readAsMessages = false;
        Rest rest = default;
        Rest valueRest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("field"u8) && r.TryWord(out string? field))
            {
                change.Field = field;
                continue;
            }

            if (member.Is("value"u8) && !r.IsNull)
            {
                events.RemoveRange(first, events.Count - first);
                valueRest = default;
                value = r;
                hasValue = r.IsObject;
                readAsMessages = hasValue && HoldsMessages(change.Field);
                if (!hasValue)
                {
                    AddNotAnObject(ref r, place, change, events);
                }
                else if (readAsMessages)
                {
                    // Meta writes the field after the value as a rule, and most values hold messages or statuses: guess so.
                    ValueReader.ReadMessagesValue(ref r, place, change, events, ref valueRest);
                }
                else
                {
                    ValueReader.ReadOtherValue(ref r, change, ref valueRest);
                }

                continue;
            }

            r.Keep(member, ref rest);
        }

        if (readAsMessages && events.Count > first && !HoldsMessages(change.Field))
        {
            // The guess was wrong: what is told in another field (history, calls ...) is no message to answer now.
            events.RemoveRange(first, events.Count - first);
            valueRest = default;
            ValueReader.ReadOtherValue(ref value, change, ref valueRest);
        }

        Conclude(events, first, change, ref valueRest, rest, r.Body, start, r.End);
    }

    private static bool HoldsMessages(string? field) => field is null or "messages";

    /// <summary>Makes sure that a change left an event, and that what its value held beside the items is kept.</summary>
    private static void Conclude(
        List<WebhookEvent> events, int first, WebhookChange change, ref Rest valueRest, Rest rest, ReadOnlyMemory<byte> body, int start, int end)
    {
        if (events.Count > first)
        {
            rest.Append(valueRest, change.Entry == WebhookEntry.None ? "" : "value.");
            change.AdditionalProperties = rest.ToProperties(body);
            return;
        }

        change.AdditionalProperties = rest.ToProperties(body);
        if (end - start > 2)
        {
            events.Add(new UnknownEvent
            {
                Change = change,
                Type = HoldsMessages(change.Field) && valueRest.Contains("errors"u8, body) ? "errors" : change.Field,
                RawJson = body[start..end],
                AdditionalProperties = valueRest.ToProperties(body),
            });
        }
    }

    private static void AddNotAnObject(ref JsonMemberReader r, Place place, WebhookChange change, List<WebhookEvent> events)
    {
        string reason = $"Expected an object, found {r.Describe()}.";
        int start = r.Start;
        r.Skip();
        events.Add(new MalformedEvent
        {
            Change = change,
            Path = place.ToString().TrimEnd('.'),
            Reason = reason,
            RawJson = r.Body[start..r.End],
        });
    }
}

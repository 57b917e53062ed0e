namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads the envelope of a delivery, <c>object</c> and <c>entry[]</c>, or a value that came without it.</summary>
internal static class EnvelopeReader
{
    public static WebhookNotification Read(ref JsonMemberReader r)
    {
        var events = new List<WebhookEvent>(1);
        int start = r.Start;
        string? @object = null;
        bool mayBeValue = true;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("entry"u8) && !r.IsNull)
            {
                mayBeValue = false;
                events.Clear();
                ReadEntries(ref r, events);
                continue;
            }

            if (member.Is("object"u8) && r.TryWord(out @object))
            {
                continue;
            }

            if (mayBeValue && ValueReader.IsOfValue(member))
            {
                // As a rule this is the very first member, so that nothing was read in vain.
                mayBeValue = false;
                r = new JsonMemberReader(r.Body, start);
                if (ChangeReader.TryReadBareValue(ref r, events))
                {
                    return new WebhookNotification(@object, events, default);
                }

                // An envelope after all, with such a member beside it.
                rest = default;
                events.Clear();
                r = new JsonMemberReader(r.Body, start);
                continue;
            }

            r.Keep(member, ref rest);
        }

        if (mayBeValue && rest.Count > 0)
        {
            events.Add(new UnknownEvent { RawJson = r.Body[start..r.End], AdditionalProperties = rest.ToProperties(r.Body) });
        }

        return new WebhookNotification(@object, events, rest.ToProperties(r.Body));
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
                RawPlace = new("entry", IsItem: true),
                AdditionalProperties = entry.AdditionalProperties,
            });
        }

        GiveTimeOfEntry(events, first, entry);
    }

    private static void ReadChanges(ref JsonMemberReader r, int entryIndex, WebhookEntry entry, List<WebhookEvent> events)
    {
        var items = new ItemArray(new Place(entryIndex, -1), "changes", new WebhookChange { Entry = entry }, events);
        if (!r.IsArray)
        {
            items.AddNotAnArray(ref r);
            return;
        }

        while (items.Next(ref r))
        {
            ChangeReader.Read(ref r, new Place(entryIndex, items.Index), entry, events);
        }
    }

    // What carries no time of its own happened when the entry says, and that may come after the changes.
    private static void GiveTimeOfEntry(List<WebhookEvent> events, int first, WebhookEntry entry)
    {
        for (int i = first; entry.Time is not null && i < events.Count; i++)
        {
            if (events[i] is { Timestamp: null } and not (MessageEvent or StatusEvent or UnknownEvent { MessageId.HasValue: true }))
            {
                events[i] = events[i] with { Timestamp = entry.Time };
            }
        }
    }
}

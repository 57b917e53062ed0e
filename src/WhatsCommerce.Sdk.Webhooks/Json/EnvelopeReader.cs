namespace WhatsCommerce.Webhooks.Json;

/// <summary>
/// Reads the envelope of a delivery, <c>object</c> and <c>entry[]</c>, or a body without it: an entry, a change or a value.
/// </summary>
internal static class EnvelopeReader
{
    public static WebhookNotification Read(ref JsonMemberReader r)
    {
        var events = new List<WebhookEvent>(1);
        int start = r.Start;
        string? @object = null;
        bool hasEntry = false;
        bool mayBeValue = true;
        BareBody.Shape shape = BareBody.Shape.Value;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("entry"u8) && !r.IsNull)
            {
                hasEntry = true;
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
                // Usually this is the first member, so that nothing was read in vain.
                mayBeValue = false;
                r = new JsonMemberReader(r.Body, start);
                if (BareBody.TryReadValue(ref r, events, out string? objectInIt))
                {
                    return new WebhookNotification(objectInIt, events, default);
                }

                // Something else, with such a member beside it.
                rest = default;
                events.Clear();
                r = new JsonMemberReader(r.Body, start);
                continue;
            }

            if (!r.IsNull && BareBody.ShapeOf(member) is var found && found > shape)
            {
                shape = found;
            }

            r.Keep(member, ref rest);
        }

        if (!hasEntry)
        {
            var bare = new JsonMemberReader(r.Body, start);
            BareBody.Read(shape, ref bare, events);
            return new WebhookNotification(@object, events, default);
        }

        return new WebhookNotification(@object, events, rest.ToProperties(r.Body));
    }

    private static void ReadEntries(ref JsonMemberReader r, List<WebhookEvent> events)
    {
        var items = new ItemArray(Place.Root, "entry", WebhookChange.None, events);
        FieldHint hint = default;
        while (items.Next(ref r))
        {
            ReadEntry(ref r, new Place(items.Index, -1), events, ref hint);
        }
    }

    /// <summary>Reads an entry, in its array or as the body itself.</summary>
    public static void ReadEntry(ref JsonMemberReader r, Place place, List<WebhookEvent> events, ref FieldHint hint)
    {
        int start = r.Start;
        int first = events.Count;
        var entry = new WebhookEntry();
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("id"u8) && r.TryId(out string? id))
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
                ReadChanges(ref r, place, entry, events, ref hint);
                continue;
            }

            r.Keep(member, ref rest);
        }

        entry.AdditionalProperties = rest.ToProperties(r.Body);
        if (events.Count == first)
        {
            events.Add(WithoutChanges(entry, place, rest, r.Body[start..r.End], r.Body));
        }

        GiveTimeOfEntry(events, first, entry);
    }

    private static void ReadChanges(
        ref JsonMemberReader r, Place place, WebhookEntry entry, List<WebhookEvent> events, ref FieldHint hint)
    {
        var items = new ItemArray(place, "changes", change: null, events, entry);
        while (items.Next(ref r))
        {
            ChangeReader.Read(ref r, place with { Change = items.Index }, entry, events, ref hint);
        }
    }

    // An entry with other content is unknown. An entry that contains the members of a change is malformed.
    private static WebhookEvent WithoutChanges(
        WebhookEntry entry, Place place, in Rest rest, ReadOnlyMemory<byte> item, ReadOnlyMemory<byte> body)
    {
        var change = new WebhookChange { Entry = entry };
        var rawPlace = new RawPlace("entry", IsItem: true);
        return ValueReader.AreAmong(rest, body) || rest.Contains("value"u8, body)
            ? new MalformedEvent
            {
                Change = change,
                Path = place.NameOf("changes"),
                Reason = "There are no changes, but members that belong into a change.",
                RawJson = item,
                RawPlace = rawPlace,
            }
            : UnknownEvents.Of(change, rawPlace, item);
    }

    // Events without a time get that of the entry, which may come after the changes; so does the echo that an event observes.
    private static void GiveTimeOfEntry(List<WebhookEvent> events, int first, WebhookEntry entry)
    {
        for (int i = first; entry.Time is not null && i < events.Count; i++)
        {
            if (events[i] is { Timestamp: null } and not (MessageEvent or StatusEvent or UnknownEvent { MessageId.HasValue: true }))
            {
                events[i] = events[i] is StandbyEvent { Observed: MessageEchoEvent { Timestamp: null } echo } standby
                    ? standby with { Timestamp = entry.Time, Observed = echo with { Timestamp = entry.Time } }
                    : events[i] with { Timestamp = entry.Time };
            }
        }
    }
}

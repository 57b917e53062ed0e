namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads one change: <c>field</c> and <c>value</c>.</summary>
internal static class ChangeReader
{
    public static void Read(ref JsonMemberReader r, Place place, WebhookEntry entry, List<WebhookEvent> events)
    {
        int start = r.Start;
        int first = events.Count;
        int valueStart = 0;
        FieldReader? read = null;
        var change = new WebhookChange { Entry = entry };
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
                valueStart = r.Start;

                // Meta writes the field after the value as a rule, and most values hold messages or statuses: until then, guess so.
                read = r.IsObject ? FieldReaders.Of(change.Field) : null;
                if (read is null)
                {
                    AddNotAnObject(ref r, place, change, events);
                }
                else
                {
                    read(ref r, place, change, events, ref valueRest);
                }

                continue;
            }

            r.Keep(member, ref rest);
        }

        FieldReader right = FieldReaders.Of(change.Field);
        if (read is not null && read != right)
        {
            // The guess was wrong: what another field tells (history, calls ...) is no message to answer now.
            events.RemoveRange(first, events.Count - first);
            valueRest = default;
            var value = new JsonMemberReader(r.Body, valueStart);
            right(ref value, place, change, events, ref valueRest);
        }

        if (events.Count > first)
        {
            rest.Append(valueRest, "value.");
        }
        else
        {
            events.Add(ToUnknown(change, valueRest, r.Body[start..r.End], r.Body));
        }

        change.RawJson = r.Body[start..r.End];
        change.AdditionalProperties = rest.ToProperties(r.Body);
    }

    /// <summary>Reads a body that is itself the value of a change.</summary>
    /// <returns>Whether it was one; false when it turns out to be an envelope.</returns>
    public static bool TryReadBareValue(ref JsonMemberReader r, List<WebhookEvent> events)
    {
        int start = r.Start;
        var change = new WebhookChange();
        Rest rest = default;
        ValueReader.ReadMessagesValue(ref r, Place.Root, change, events, ref rest);
        if (rest.Contains("entry"u8, r.Body))
        {
            return false;
        }

        if (events.Count > 0)
        {
            change.AdditionalProperties = rest.ToProperties(r.Body);
        }
        else
        {
            events.Add(ToUnknown(change, rest, r.Body[start..r.End], r.Body));
        }

        return true;
    }

    // A change that left no event is one itself, with the members of its value.
    private static UnknownEvent ToUnknown(WebhookChange change, in Rest valueRest, ReadOnlyMemory<byte> item, ReadOnlyMemory<byte> body) => new()
    {
        Change = change,
        Timestamp = change.Entry.Time,
        Type = change.Field,
        RawJson = item,
        AdditionalProperties = valueRest.ToProperties(body),
    };

    private static void AddNotAnObject(ref JsonMemberReader r, Place place, WebhookChange change, List<WebhookEvent> events)
    {
        string reason = $"Expected an object, found {r.Describe()}.";
        int start = r.Start;
        r.Skip();
        events.Add(new MalformedEvent
        {
            Change = change,
            Path = place.Name,
            Reason = reason,
            RawJson = r.Body[start..r.End],
            RawPlace = new("value", IsItem: false),
        });
    }
}

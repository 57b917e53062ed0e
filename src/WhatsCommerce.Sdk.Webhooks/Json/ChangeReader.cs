namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads one change: <c>field</c> and <c>value</c>.</summary>
internal static class ChangeReader
{
    public static void Read(
        ref JsonMemberReader r, Place place, WebhookEntry entry, List<WebhookEvent> events, ref FieldHint hint)
    {
        int start = r.Start;
        int first = events.Count;
        int valueStart = 0;
        Field? guess = null;
        bool isRead = false;
        var change = new WebhookChange { Entry = entry };
        Rest rest = default;
        Rest valueRest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("field"u8) && r.TryString(guess?.Name ?? FieldReaders.Messages.Name, out string? field))
            {
                change.Field = string.IsNullOrWhiteSpace(field) ? null : field;
                continue;
            }

            if (member.Is("value"u8) && !r.IsNull)
            {
                events.RemoveRange(first, events.Count - first);
                valueRest = default;
                valueStart = r.Start;

                // Meta usually writes the field after the value.
                guess ??= change.Field is null ? hint.After(valueStart, r.Body.Span) : FieldReaders.Of(change.Field);
                isRead = r.IsObject;
                if (isRead)
                {
                    guess.Read(ref r, place, change, events, ref valueRest);
                }
                else
                {
                    AddNotAnObject(ref r, place, change, events);
                }

                continue;
            }

            r.Keep(member, ref rest);
        }

        if (isRead && guess!.Name != change.Field && FieldReaders.Of(change.Field).Read is var right && right != guess.Read)
        {
            // The guess was wrong: the content of another field (history, calls ...) must not be treated as a message to answer.
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
            bool lacksValue = valueStart == 0 && ValueReader.AreAmong(rest, r.Body);
            ReadOnlyMemory<byte> item = r.Body[start..r.End];
            events.Add(lacksValue ? WithoutValue(change, place, item) : UnknownEvents.Of(change, valueRest, item, r.Body));
        }

        change.RawJson = r.Body[start..r.End];
        change.AdditionalProperties = rest.ToProperties(r.Body);
    }

    private static MalformedEvent WithoutValue(WebhookChange change, Place place, ReadOnlyMemory<byte> item) => new()
    {
        Change = change,
        Path = place.Name,
        Reason = "There is no value, but what belongs into one.",
        RawJson = item,
        RawPlace = new("changes", IsItem: true),
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

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads a body without the envelope: an entry, a change or a value, as some relays pass them on.</summary>
/// <remarks>
/// A body in which nothing is known is malformed, not unknown: so it becomes a dead letter instead of being lost with a 200.
/// </remarks>
internal static class BareBody
{
    private const string WholeBody = "$";

    /// <summary>
    /// The shape of a body without an envelope, inferred from its members. If several match, the outermost one counts; if none does, it is
    /// read as a value, which then contains nothing known.
    /// </summary>
    internal enum Shape
    {
        Value = 0,
        Change,
        Entry,
    }

    public static Shape ShapeOf(in Member member) => member.Name.Length switch
    {
        5 when member.Is("value"u8) => Shape.Change,
        7 when member.Is("changes"u8) => Shape.Entry,
        _ => Shape.Value,
    };

    public static void Read(Shape shape, ref JsonMemberReader r, List<WebhookEvent> events)
    {
        int start = r.Start;
        FieldHint hint = default;
        switch (shape)
        {
            case Shape.Entry:
                EnvelopeReader.ReadEntry(ref r, Place.Root, events, ref hint);
                break;
            case Shape.Change:
                ChangeReader.Read(ref r, Place.ValueOfBody, WebhookEntry.None, events, ref hint);
                break;
            default:
                ReadValue(ref r, events, out _);
                return;
        }

        // For an unknown message at least its id is known; for an entry or a change without a field nothing is.
        if (events is [UnknownEvent { Type: null, RawPlace.Member: null or "entry" }])
        {
            events.Clear();
            events.Add(TellsNothing(new WebhookChange(), r.Body[start..r.End]));
        }
    }

    /// <summary>Reads a body that is the value of a change, and <c>object</c> wherever it is in it.</summary>
    /// <returns>Whether it was a value; false when it turns out to contain one.</returns>
    public static bool TryReadValue(ref JsonMemberReader r, List<WebhookEvent> events, out string? @object)
    {
        @object = null;
        ReadValue(ref r, events, out Rest rest);
        if (rest.Contains("entry"u8, r.Body) || rest.Contains("changes"u8, r.Body) || rest.Contains("value"u8, r.Body))
        {
            return false;
        }

        if (rest.TryFind("object"u8, r.Body, out MemberSlice slice))
        {
            _ = new JsonMemberReader(r.Body, slice.ValueStart).TryWord(out @object);
        }

        return true;
    }

    private static void ReadValue(ref JsonMemberReader r, List<WebhookEvent> events, out Rest rest)
    {
        int start = r.Start;
        var change = new WebhookChange();
        rest = default;
        ValueReader.ReadMessagesValue(ref r, Place.Root, change, events, ref rest);
        if (events.Count > 0)
        {
            change.AdditionalProperties = rest.ToProperties(r.Body);
        }
        else
        {
            events.Add(TellsNothing(change, r.Body[start..r.End]));
        }
    }

    private static MalformedEvent TellsNothing(WebhookChange change, ReadOnlyMemory<byte> body) => new()
    {
        Change = change,
        Path = WholeBody,
        Reason = "Nothing in the body is known: expected Meta's object and entry, or an entry, a change or a value out of them.",
        RawJson = body,
    };
}

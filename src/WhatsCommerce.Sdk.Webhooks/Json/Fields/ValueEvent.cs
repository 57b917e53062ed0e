namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads a value that is a single event.</summary>
internal static class ValueEvent
{
    public static void Read<TDraft>(
        ref JsonMemberReader r, Place place, WebhookChange change, List<WebhookEvent> events, ref Rest rest)
        where TDraft : struct, IValueDraft
    {
        int start = r.Start;
        bool any = false;
        string? number = null;
        TDraft draft = default;
        Rest own = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("display_phone_number"u8) && r.TryId(out string? text))
            {
                number = text;
            }
            else if (draft.TryTake(ref r, member, ref own))
            {
                any = true;
            }
            else if (!ValueReader.TryReadCommon(ref r, member, change, ref own))
            {
                r.Keep(member, ref own);
            }
        }

        // It counts before that of the metadata, in whatever order they come.
        change.DisplayPhoneNumber = number ?? change.DisplayPhoneNumber;
        if (any)
        {
            events.Add(draft.ToEvent(new EventHead(
                change,
                change.Entry.Time,
                Customer.Unknown,
                r.Body[start..r.End],
                new RawPlace("value", IsItem: false),
                own.ToProperties(r.Body))));
        }
        else
        {
            // An entirely different shape: better an unknown event than an event without values.
            rest = own;
        }
    }
}

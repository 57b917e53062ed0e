namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads an item of a value, which is an event.</summary>
/// <param name="r">The reader, at the item, a non-empty object.</param>
/// <param name="items">The array and the position in it.</param>
/// <param name="change">The change.</param>
/// <param name="contacts">The contacts of the value, as far as read.</param>
/// <param name="events">Receives the event.</param>
internal delegate void ItemReader(
    ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events);

/// <summary>Reads items into drafts.</summary>
internal static class ItemEvent
{
    public static void Read<TDraft>(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
        where TDraft : struct, IItemDraft
    {
        int start = r.Start;
        TDraft draft = default;
        Rest rest = default;
        bool any = Draft.Fill(ref draft, ref r, ref rest);
        var head =
            new EventHead(change, change.Entry.Time, Customer.Unknown, r.Body[start..r.End], items.RawPlace, rest.ToProperties(r.Body));
        events.Add(any
            ? draft.ToEvent(head, items, ref contacts)
            : NotOne(head, items));
    }

    public static MalformedEvent NotOne(in EventHead head, in ItemArray items) =>
        new(head) { Path = items.Path, Reason = "None of its members is one that such an item has." };
}

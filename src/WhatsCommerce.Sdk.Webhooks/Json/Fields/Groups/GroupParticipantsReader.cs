namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>group_participants_update</c>.</summary>
internal static class GroupParticipantsReader
{
    private static readonly ItemsReader Items = new(("groups", ReadItem));

    public static void Read(ref JsonMemberReader r, Place place, WebhookChange change, List<WebhookEvent> events, ref Rest rest) =>
        Items.Read(ref r, place, change, events, ref rest);

    // If the item itself contains no customer, it is about its participant, if there is only one.
    private static void ReadItem(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
    {
        ItemEvent.Read<GroupParticipantsEventDraft>(ref r, items, change, ref contacts, events);
        if (events[^1] is GroupParticipantsEvent e && e.Customer == Customer.Unknown && FindOnly(e) is { } only)
        {
            e.Complete(only.Customer);
        }
    }

    private static GroupParticipant? FindOnly(
        GroupParticipantsEvent e) => (e.AddedParticipants, e.RemovedParticipants, e.FailedParticipants) switch
    {
        ([var added], [], []) => added,
        ([], [var removed], []) => removed,
        ([], [], [var failed]) => failed,
        _ => null,
    };
}

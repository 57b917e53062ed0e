namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>standby</c>: a value of messages, nested one level deeper.</summary>
internal static class StandbyReader
{
    private static readonly ItemsReader Items = new(
        "standby.",
        ("messages", ReadMessage),
        ("statuses", ReadStatus),
        ("message_echoes", ItemEvent.Read<StandbyEchoDraft>));

    public static void Read(ref JsonMemberReader r, Place place, WebhookChange change, List<WebhookEvent> events, ref Rest rest)
    {
        int first = events.Count;
        Rest inner = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("standby"u8) && r.IsObject)
            {
                events.RemoveRange(first, events.Count - first);
                inner = default;
                Items.Read(ref r, place, change, events, ref inner);
            }
            else if (!ValueReader.TryReadCommon(ref r, member, change, ref rest))
            {
                r.Keep(member, ref rest);
            }
        }

        rest.Append(inner, "standby.");
    }

    private static void ReadMessage(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events) =>
        events.Add(ToStandby(MessageReader.Read(ref r, items, change, ref contacts)));

    private static void ReadStatus(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events) =>
        events.Add(ToStandby(StatusReader.Read(ref r, items, change, ref contacts)));

    private static WebhookEvent ToStandby(WebhookEvent observed) => observed is MalformedEvent
        ? observed
        : new StandbyEvent(new EventHead(observed.Change, observed.Timestamp, observed.Customer, observed.RawJson, observed.RawPlace)) {
            Observed = observed };
}

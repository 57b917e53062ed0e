namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads one status.</summary>
internal static class StatusReader
{
    public static WebhookEvent Read(ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts)
    {
        int start = r.Start;
        StatusDraft status = default;
        Rest rest = default;
        Draft.Fill(ref status, ref r, ref rest);
        var head = new EventHead(
            change,
            status.Timestamp,
            status.JoinCustomer(items.Index, ref contacts),
            r.Body[start..r.End],
            items.RawPlace,
            rest.ToProperties(r.Body));
        return status.ToEvent(head, items);
    }
}

namespace WhatsCommerce.Testing;

/// <summary>The webhooks that are still to be delivered. They wait for a callback to be connected again.</summary>
internal sealed class PendingWebhookState(Leftovers leftovers, WebhookSender sender)
{
    public IReadOnlyList<SavedWebhook> Save() =>
    [
        .. leftovers.Items.Concat(sender.Pending)
            .Select(pending => new SavedWebhook(pending.Subject, pending.NumberId.Value!, pending.UpdateCount, pending.Body)),
    ];

    public void Restore(IReadOnlyList<SavedWebhook> saved) =>
        leftovers.Items = [.. saved.Select(webhook => new PendingWebhook(webhook.Subject, webhook.Number, webhook.Body, webhook.Updates))];
}

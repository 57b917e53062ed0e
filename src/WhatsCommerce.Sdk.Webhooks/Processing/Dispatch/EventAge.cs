namespace WhatsCommerce.Webhooks;

/// <summary>How old events are, for <see cref="WebhookOptions.MaxEventAge"/>.</summary>
internal static class EventAge
{
    /// <summary>Whether an event is older than that, as far as it says when it was. What comes from the future is not.</summary>
    public static bool IsOver(TimeSpan most, WebhookEvent webhookEvent, TimeProvider time) =>
        TimeOf(webhookEvent) is { } happened && time.GetUtcNow() - happened > most;

    /// <summary>Whether leaving it out costs a message or a receipt, and not an order, money, or who a customer is from now on.</summary>
    public static bool MayBeSkipped(WebhookEvent webhookEvent) => webhookEvent is not (OrderEvent or StatusEvent { Payment: not null } or SystemEvent);

    // History and address books tell of the past: their items are old the first time already, and only the entry says when they came.
    private static DateTimeOffset? TimeOf(WebhookEvent webhookEvent) => webhookEvent is HistoryEvent or HistoryMessageEvent or ContactSyncEvent
        ? webhookEvent.Change.Entry.Time
        : webhookEvent.Timestamp ?? webhookEvent.Change.Entry.Time;
}

namespace WhatsCommerce.Webhooks;

/// <summary>The age of events, for <see cref="WebhookOptions.MaxEventAge"/>.</summary>
internal static class EventAge
{
    /// <summary>Determines whether an event is older than a limit. An event without a time, or with a time in the future, is not.</summary>
    public static bool IsOver(TimeSpan most, WebhookEvent webhookEvent, TimeProvider time) =>
        TimeOf(webhookEvent) is { } happened && time.GetUtcNow() - happened > most;

    /// <summary>
    /// Determines whether skipping the event loses only a message or a receipt, and not an order, a payment or a change of a
    /// customer's identity.
    /// </summary>
    public static bool MayBeSkipped(WebhookEvent webhookEvent) =>
        webhookEvent is not (OrderEvent or StatusEvent { Payment: not null } or SystemEvent);

    // Items of a history or an address book are old when they are first delivered: only the time of the entry says when they were sent.
    private static DateTimeOffset? TimeOf(WebhookEvent webhookEvent) =>
        webhookEvent is HistoryEvent or HistoryMessageEvent or ContactSyncEvent
            ? webhookEvent.Change.Entry.Time
            : webhookEvent.Timestamp ?? webhookEvent.Change.Entry.Time;
}

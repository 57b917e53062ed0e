namespace WhatsCommerce.Webhooks;

/// <summary>
/// The names to listen to: <c>tracing.AddSource(WebhookDiagnostics.ActivitySourceName)</c> and
/// <c>metrics.AddMeter(WebhookDiagnostics.MeterName)</c>.
/// </summary>
/// <remarks>
/// <para>One span a delivery (<c>receive</c>), and below it one span a run of a handler (<c>process orders</c>), with the tags of
/// OpenTelemetry's messaging conventions; <c>messaging.destination.name</c> is the name of the endpoint. No tag holds a phone number,
/// an id of a message (which contains the number), a secret or content.</para>
/// </remarks>
public static class WebhookDiagnostics
{
    /// <summary>The name of the activity source.</summary>
    public const string ActivitySourceName = "WhatsCommerce.Webhooks";

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "WhatsCommerce.Webhooks";

    /// <summary>The log category.</summary>
    public const string LogCategory = "WhatsCommerce.Webhooks";

    /// <summary>
    /// Counter, deliveries: requests by their answer; tag <c>whatscommerce.outcome</c> is the <see cref="WebhookOutcome"/> in snake case,
    /// or <c>stopped</c>.
    /// </summary>
    public const string Deliveries = "whatscommerce.webhook.deliveries";

    /// <summary>Counter, events: received with authentic deliveries, redeliveries included.</summary>
    public const string ReceivedEvents = "messaging.client.consumed.messages";

    /// <summary>
    /// Counter, runs: pairs of event and handler by what became of them; tag <c>whatscommerce.outcome</c> is <c>handled</c>,
    /// <c>duplicate</c> (was done before), <c>failed</c> (comes again), <c>dead</c> (given up and kept as a dead letter),
    /// <c>in_progress</c> (the customer, all places or another instance were busy for too long), <c>skipped</c> (too old, see
    /// <see cref="OldEvents.Skip"/>), <c>lost</c> (the claim went to somebody else meanwhile), <c>stopped</c> (by the
    /// app's end), <c>held_back</c> (not run after a failure of the same customer) or <c>store_failed</c>.
    /// </summary>
    public const string Runs = "whatscommerce.webhook.runs";

    /// <summary>Counter, events: those that no handler takes.</summary>
    public const string UnhandledEvents = "whatscommerce.webhook.unhandled.events";

    /// <summary>Counter, events: those that are older than <see cref="WebhookOptions.MaxEventAge"/> and have a handler, whatever becomes of them.</summary>
    public const string LateEvents = "whatscommerce.webhook.late.events";

    /// <summary>Counter, dead letters: appended; tag <c>whatscommerce.reason</c> is the <see cref="DeadLetterReason"/> in snake case.</summary>
    public const string DeadLetters = "whatscommerce.webhook.dead_letters";

    /// <summary>Counter, pairs of event and handler that <see cref="MemoryWebhookStore"/> forgot; tag <c>whatscommerce.reason</c> is <c>age</c> or <c>capacity</c>.</summary>
    /// <remarks>By capacity means that it remembers less than it should: raise it, or register a store that is shared.</remarks>
    public const string Evictions = "whatscommerce.webhook.store.evictions";

    /// <summary>Up-down counter, runs: handlers that run now.</summary>
    public const string ActiveRuns = "whatscommerce.webhook.active_runs";

    /// <summary>Histogram, seconds: one run of a handler with its behaviors; tag <c>error.type</c> when it failed.</summary>
    public const string ProcessDuration = "messaging.process.duration";

    /// <summary>Histogram, seconds: from the event's own time, which Meta tells in whole seconds, to the end of a run that completed.</summary>
    public const string Latency = "whatscommerce.webhook.latency";
}

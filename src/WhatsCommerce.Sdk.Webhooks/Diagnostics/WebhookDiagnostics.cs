namespace WhatsCommerce.Webhooks;

/// <summary>
/// The names for OpenTelemetry: <c>tracing.AddSource(WebhookDiagnostics.ActivitySourceName)</c> and
/// <c>metrics.AddMeter(WebhookDiagnostics.MeterName)</c>.
/// </summary>
/// <remarks>
/// Each delivery has a span (<c>receive</c>), and below it each run of a handler has one (<c>process orders</c>), with the tags of
/// OpenTelemetry's messaging conventions; <c>messaging.destination.name</c> is the name of the endpoint. No tag contains a phone number, a
/// message id (which contains the number), a secret or content.
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
    /// Counter of deliveries, by answer. The tag <c>whatscommerce.outcome</c> is the <see cref="WebhookOutcome"/> in snake case, or
    /// <c>stopped</c>.
    /// </summary>
    public const string Deliveries = "whatscommerce.webhook.deliveries";

    /// <summary>Counter of events received with authentic deliveries, including redeliveries.</summary>
    public const string ReceivedEvents = "messaging.client.consumed.messages";

    /// <summary>
    /// Counter of runs (pairs of event and handler), by outcome. The tag <c>whatscommerce.outcome</c> is <c>handled</c>, <c>duplicate</c>
    /// (was done before), <c>failed</c> (is redelivered), <c>dead</c> (kept as a dead letter), <c>in_progress</c> (waited too long for an
    /// earlier event of the customer, a concurrency slot or another instance), <c>skipped</c> (too old, see <see cref="LateEvents.Skip"/>),
    /// <c>lost</c> (another owner took the claim), <c>stopped</c> (the app stopped), <c>held_back</c> (not run after a failure of the same
    /// customer) or <c>store_failed</c>.
    /// </summary>
    public const string Runs = "whatscommerce.webhook.runs";

    /// <summary>Counter of events without a handler.</summary>
    public const string UnhandledEvents = "whatscommerce.webhook.unhandled.events";

    /// <summary>
    /// Counter of events with a handler that are older than <see cref="WebhookOptions.MaxEventAge"/>, however they are treated.
    /// </summary>
    public const string LateEvents = "whatscommerce.webhook.late.events";

    /// <summary>
    /// Counter of authentic events that did not run, because their number or account belongs to no tenant, or to a tenant whose secret did
    /// not sign them: see <see cref="WebhookTenantOptions.ForeignEvents"/>.
    /// </summary>
    public const string ForeignEvents = "whatscommerce.webhook.foreign.events";

    /// <summary>
    /// Counter of appended dead letters. The tag <c>whatscommerce.reason</c> is the <see cref="DeadLetterReason"/> in snake case.
    /// </summary>
    public const string DeadLetters = "whatscommerce.webhook.dead_letters";

    /// <summary>
    /// Counter of pairs of event and handler that <see cref="MemoryWebhookStore"/> evicted. The tag <c>whatscommerce.reason</c> is
    /// <c>age</c> or <c>capacity</c>.
    /// </summary>
    /// <remarks>
    /// Evictions by capacity mean that the store remembers less than it should: raise the capacity, or register a shared store.
    /// </remarks>
    public const string Evictions = "whatscommerce.webhook.store.evictions";

    /// <summary>Up-down counter of handlers that are running.</summary>
    public const string ActiveRuns = "whatscommerce.webhook.active_runs";

    /// <summary>
    /// Histogram of the duration of a handler's run with its behaviors, in seconds. The tag <c>error.type</c> is set when it failed.
    /// </summary>
    public const string ProcessDuration = "messaging.process.duration";

    /// <summary>
    /// Histogram of the time from the event's own time, which Meta sends in whole seconds, to the end of a run that completed, in seconds.
    /// </summary>
    public const string Latency = "whatscommerce.webhook.latency";

    /// <summary>
    /// Counter of forwards, by <c>whatscommerce.forward</c>. The tag <c>whatscommerce.outcome</c> is <c>sent</c>, <c>failed</c> (is
    /// retried), <c>dead</c> (kept as a dead letter), <c>duplicate</c> (was sent before) or <c>lost</c> (could neither be stored nor kept).
    /// </summary>
    public const string Forwards = "whatscommerce.webhook.forwards";

    /// <summary>Histogram of the duration of one attempt to forward, in seconds, by forward and outcome.</summary>
    public const string ForwardDuration = "whatscommerce.webhook.forward.duration";

    /// <summary>Counter of events that this process stored in the delivery queue.</summary>
    public const string QueuedEvents = "whatscommerce.webhook.queue.events";

    /// <summary>
    /// Gauge of the events that wait in the delivery queue, over all instances, by <c>whatscommerce.lane</c> (<c>messages</c>,
    /// <c>statuses</c>, <c>other</c>, <c>forwards</c>). Measured every 15 seconds, while there is a listener.
    /// </summary>
    public const string QueueDepth = "whatscommerce.webhook.queue.depth";

    /// <summary>Gauge of the age of the oldest waiting event, in seconds, by <c>whatscommerce.lane</c>. Measured like the depth.</summary>
    public const string QueueOldestAge = "whatscommerce.webhook.queue.oldest_age";

    /// <summary>Histogram of the time from storing an event to the start of its run, in seconds, by <c>whatscommerce.lane</c>.</summary>
    public const string QueueLag = "whatscommerce.webhook.queue.lag";

    /// <summary>Up-down counter of the conversations that this process works on, by <c>whatscommerce.lane</c>.</summary>
    public const string QueueActive = "whatscommerce.webhook.queue.active";
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WhatsCommerce.Webhooks;

/// <summary>The spans and metrics of received webhooks. Their cost is negligible without listeners.</summary>
internal static class Telemetry
{
    private static readonly string? Version = typeof(Telemetry).Assembly.GetName().Version?.ToString(3);

    private static readonly ActivitySource Source = new(WebhookDiagnostics.ActivitySourceName, Version);

    private static readonly Meter Meter = new(WebhookDiagnostics.MeterName, Version);

    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>(
        WebhookDiagnostics.Deliveries, "{delivery}", "Deliveries, by what they were answered.");

    private static readonly Counter<long> ReceivedEvents = Meter.CreateCounter<long>(
        WebhookDiagnostics.ReceivedEvents, "{message}", "Events received with authentic deliveries.");

    private static readonly Counter<long> Runs = Meter.CreateCounter<long>(
        WebhookDiagnostics.Runs, "{run}", "Pairs of event and handler, by what became of them.");

    private static readonly Counter<long> UnhandledEvents = Meter.CreateCounter<long>(
        WebhookDiagnostics.UnhandledEvents, "{message}", "Events that no handler takes.");

    private static readonly Counter<long> LateEvents = Meter.CreateCounter<long>(
        WebhookDiagnostics.LateEvents, "{message}", "Events older than MaxEventAge.");

    private static readonly Counter<long> ForeignEvents = Meter.CreateCounter<long>(
        WebhookDiagnostics.ForeignEvents, "{message}", "Events that belong to no tenant that may receive them.");

    private static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>(
        WebhookDiagnostics.DeadLetters, "{letter}", "Events given up and kept.");

    private static readonly Counter<long> Evictions = Meter.CreateCounter<long>(
        WebhookDiagnostics.Evictions, "{entry}", "Pairs of event and handler that the store in memory forgot.");

    private static readonly UpDownCounter<long> ActiveRuns = Meter.CreateUpDownCounter<long>(
        WebhookDiagnostics.ActiveRuns, "{run}", "Handlers that run now.");

    private static readonly Histogram<double> ProcessDuration = Meter.CreateHistogram<double>(
        WebhookDiagnostics.ProcessDuration, "s", "Duration of one run of a handler.");

    private static readonly Histogram<double> Latency = Meter.CreateHistogram<double>(
        WebhookDiagnostics.Latency, "s", "Time from the event itself to the end of the run that completed.");

    // OpenTelemetry's convention is snake case.
    private static readonly string[] Outcomes = [.. Enum.GetNames<WebhookOutcome>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    private static readonly string[] Reasons = [.. Enum.GetNames<DeadLetterReason>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>Starts the span of a delivery.</summary>
    public static Activity? StartDelivery(string endpointName)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        Activity? activity = Source.StartActivity("receive", ActivityKind.Consumer);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("messaging.system", "whatsapp");
            activity.SetTag("messaging.operation.name", "receive");
            activity.SetTag("messaging.operation.type", "receive");
            activity.SetTag("messaging.destination.name", endpointName.ForLogs());
        }

        return activity;
    }

    /// <summary>Records how a delivery was answered; without an outcome the app stopped meanwhile.</summary>
    public static void FinishDelivery(Activity? activity, string endpointName, WebhookResponse? response)
    {
        string outcome = response is null ? "stopped" : Outcomes[(int)response.Outcome];
        if (Deliveries.Enabled)
        {
            Deliveries.Add(1, new TagList
            {
                { "messaging.system", "whatsapp" },
                { "messaging.destination.name", endpointName.ForLogs() },
                { "whatscommerce.outcome", outcome },
            });
        }

        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("whatscommerce.outcome", outcome);
            if (response is not { StatusCode: 200 })
            {
                activity.SetTag("error.type", outcome);
                activity.SetStatus(ActivityStatusCode.Error, outcome);
            }
        }
    }

    /// <summary>Records the events of an authentic delivery.</summary>
    public static void Received(Activity? activity, string endpointName, IReadOnlyList<WebhookEvent> events)
    {
        activity?.SetTag("messaging.batch.message_count", events.Count);
        if (!ReceivedEvents.Enabled)
        {
            return;
        }

        foreach (IGrouping<string, WebhookEvent> kind in events.GroupBy(one => one.GetType().Name))
        {
            ReceivedEvents.Add(kind.Count(), new TagList
            {
                { "messaging.system", "whatsapp" },
                { "messaging.operation.name", "receive" },
                { "messaging.destination.name", endpointName.ForLogs() },
                { "whatscommerce.event.type", kind.Key },
            });
        }
    }

    /// <summary>Counts an event that no handler takes.</summary>
    public static void Unhandled(string endpointName, WebhookEvent webhookEvent) => Count(UnhandledEvents, endpointName, webhookEvent);

    /// <summary>Counts an event that is older than the app accepts.</summary>
    public static void Late(string endpointName, WebhookEvent webhookEvent) => Count(LateEvents, endpointName, webhookEvent);

    /// <summary>Counts events that belong to no tenant, or to one whose events the delivery may not contain.</summary>
    public static void Foreign(string endpointName, int events) => ForeignEvents.Add(events, new TagList
    {
        { "messaging.system", "whatsapp" },
        { "messaging.destination.name", endpointName.ForLogs() },
    });

    /// <summary>Starts the span of a run.</summary>
    public static Activity? StartRun(WebhookContext context)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        Activity? activity = Source.StartActivity($"process {context.HandlerName}", ActivityKind.Consumer);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("messaging.operation.type", "process");
            foreach (KeyValuePair<string, object?> tag in TagsOf(context.EndpointName, context.HandlerName, context.Event))
            {
                activity.SetTag(tag.Key, tag.Value);
            }

            activity.SetTag("whatscommerce.attempt", context.Attempt);
        }

        return activity;
    }

    /// <summary>Counts a handler that starts to run.</summary>
    /// <returns>Whether it was counted, and must be counted again when it ends.</returns>
    public static bool CountActive(WebhookContext context)
    {
        bool enabled = ActiveRuns.Enabled;
        if (enabled)
        {
            ActiveRuns.Add(1, TagsOf(context.EndpointName, context.HandlerName, context.Event));
        }

        return enabled;
    }

    /// <summary>Records how a run of a handler ended.</summary>
    public static void FinishRun(
        Activity? activity, WebhookContext context, bool isCounted, TimeProvider time, long begun, Exception? exception)
    {
        string? error = exception?.GetType().FullName;
        if (activity is { IsAllDataRequested: true } && error is not null)
        {
            activity.SetTag("error.type", error);
            activity.SetStatus(ActivityStatusCode.Error, error);
        }

        if (isCounted)
        {
            ActiveRuns.Add(-1, TagsOf(context.EndpointName, context.HandlerName, context.Event));
        }

        if (ProcessDuration.Enabled)
        {
            TagList tags = TagsOf(context.EndpointName, context.HandlerName, context.Event);
            if (error is not null)
            {
                tags.Add("error.type", error);
            }

            ProcessDuration.Record(time.GetElapsedTime(begun).TotalSeconds, tags);
        }
    }

    /// <summary>Records the outcome of a pair of event and handler.</summary>
    public static void Ended(string endpointName, string handlerName, WebhookEvent webhookEvent, string outcome)
    {
        if (Runs.Enabled)
        {
            TagList tags = TagsOf(endpointName, handlerName, webhookEvent);
            tags.Add("whatscommerce.outcome", outcome);
            Runs.Add(1, tags);
        }
    }

    /// <summary>Records the age of an event when it was handled.</summary>
    public static void Handled(WebhookContext context, TimeProvider time)
    {
        if (Latency.Enabled && context.Event.Timestamp is { } happened)
        {
            double seconds = Math.Max(0, (time.GetUtcNow() - happened).TotalSeconds);
            Latency.Record(seconds, TagsOf(context.EndpointName, context.HandlerName, context.Event));
        }
    }

    /// <summary>Counts a dead letter.</summary>
    public static void Kept(DeadLetter letter)
    {
        if (DeadLetters.Enabled)
        {
            DeadLetters.Add(1, new TagList
            {
                { "messaging.system", "whatsapp" },
                { "messaging.destination.name", letter.EndpointName.ForLogs() },
                { "whatscommerce.reason", Reasons[(int)letter.Reason] },
            });
        }
    }

    /// <summary>Counts a pair of event and handler that the in-memory store evicted.</summary>
    public static void Evicted(string reason)
    {
        if (Evictions.Enabled)
        {
            Evictions.Add(1, new KeyValuePair<string, object?>("whatscommerce.reason", reason));
        }
    }

    private static void Count(Counter<long> counter, string endpointName, WebhookEvent webhookEvent)
    {
        if (counter.Enabled)
        {
            counter.Add(1, new TagList
            {
                { "messaging.system", "whatsapp" },
                { "messaging.destination.name", endpointName.ForLogs() },
                { "whatscommerce.event.type", webhookEvent.GetType().Name },
            });
        }
    }

    private static TagList TagsOf(string endpointName, string handlerName, WebhookEvent webhookEvent) => new()
    {
        { "messaging.system", "whatsapp" },
        { "messaging.operation.name", "process" },
        { "messaging.destination.name", endpointName.ForLogs() },
        { "whatscommerce.handler", handlerName },
        { "whatscommerce.event.type", webhookEvent.GetType().Name },
    };
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WhatsCommerce.Webhooks;

/// <summary>The metrics of the delivery queue.</summary>
internal static class QueueTelemetry
{
    private static readonly Meter Meter = new(
        WebhookDiagnostics.MeterName, typeof(QueueTelemetry).Assembly.GetName().Version?.ToString(3));

    private static readonly Counter<long> StoredEvents = Meter.CreateCounter<long>(
        WebhookDiagnostics.QueuedEvents, "{message}", "Events stored in the delivery queue by this process.");

    private static readonly Gauge<long> Depth = Meter.CreateGauge<long>(
        WebhookDiagnostics.QueueDepth, "{message}", "Events that wait in the delivery queue.");

    private static readonly Gauge<double> Oldest = Meter.CreateGauge<double>(
        WebhookDiagnostics.QueueOldestAge, "s", "Age of the oldest event that waits.");

    private static readonly UpDownCounter<long> Active = Meter.CreateUpDownCounter<long>(
        WebhookDiagnostics.QueueActive, "{conversation}", "Conversations that this process works on now.");

    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>(
        WebhookDiagnostics.QueueLag, "s", "Time from the storing of an event to the start of its run.");

    // OpenTelemetry's convention is snake case.
    private static readonly string[] Lanes = [.. Enum.GetNames<DeliveryLane>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>Gets a value indicating whether there is a listener for the depth, which requires a query.</summary>
    public static bool IsMeasured => Depth.Enabled || Oldest.Enabled;

    public static void Stored(string endpointName, int events) => StoredEvents.Add(events, new TagList
    {
        { "messaging.system", "whatsapp" },
        { "messaging.destination.name", endpointName.ForLogs() },
    });

    public static void Measured(IReadOnlyList<LaneDepth> depths)
    {
        foreach (DeliveryLane lane in Enum.GetValues<DeliveryLane>())
        {
            LaneDepth? depth = depths.FirstOrDefault(one => one.Lane == lane);
            Depth.Record(depth?.Events ?? 0, TagOf(lane));
            Oldest.Record(depth?.Oldest.TotalSeconds ?? 0, TagOf(lane));
        }
    }

    public static void Started(DeliveryLane lane) => Active.Add(1, TagOf(lane));

    public static void Ended(DeliveryLane lane) => Active.Add(-1, TagOf(lane));

    public static void Waited(DeliveryLane lane, TimeSpan time) => Lag.Record(Math.Max(0, time.TotalSeconds), TagOf(lane));

    private static KeyValuePair<string, object?> TagOf(DeliveryLane lane) => new("whatscommerce.lane", Lanes[(int)lane]);
}

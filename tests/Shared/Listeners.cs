using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WhatsCommerce.Tests;

/// <summary>
/// Hears every span of one source and every measurement of one meter, as OpenTelemetry would; of all tests that run meanwhile.
/// </summary>
internal sealed class Listeners : IDisposable
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Listeners(string activitySource, string meter)
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == activitySource,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.Start();
    }

    public ConcurrentQueue<Activity> Activities { get; } = new();

    public ConcurrentQueue<Measurement> Measurements { get; } = new();

    /// <summary>Everything that was heard, as text.</summary>
    public string Text => string.Join('\n', Activities.Select(Describe).Concat(Measurements.Select(one => one.ToString())));

    /// <summary>The measurements of one instrument.</summary>
    public IReadOnlyList<Measurement> Of(string instrument) => [.. Measurements.Where(one => one.Instrument == instrument)];

    /// <summary>The measurements of one instrument for one endpoint, which one test has for itself.</summary>
    public IReadOnlyList<Measurement> Of(string instrument, string endpoint) =>
        [.. Of(instrument).Where(one => (string?)one.Tags["messaging.destination.name"] == endpoint)];

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private static string Describe(Activity activity) =>
        $"{activity.DisplayName} {activity.StatusDescription} {string.Join(", ", activity.TagObjects)} "
        + string.Join(", ", activity.Events.Select(one => $"{one.Name} {string.Join(", ", one.Tags)}"))
        + string.Join(", ", activity.Baggage);

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Measurements.Enqueue(new Measurement(instrument.Name, value, tags.ToArray().ToDictionary(StringComparer.Ordinal)));

    internal sealed record Measurement(string Instrument, double Value, Dictionary<string, object?> Tags)
    {
        public override string ToString() => $"{Instrument} {Value} {string.Join(", ", Tags)}";
    }
}

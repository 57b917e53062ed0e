namespace WhatsCommerce.Testing;

/// <summary>
/// The requests to the endpoints of flows, which the test specifies because the emulator sends none. They are the source of the metrics
/// that <c>client.Flows.GetMetricAsync</c> reads.
/// </summary>
/// <remarks>
/// <code>
/// cloud.FlowMetrics.AddRequests(flow.Id, 300, TimeSpan.FromSeconds(0.4));
/// cloud.FlowMetrics.AddRequests(flow.Id, 5, TimeSpan.FromSeconds(10), EmulatedFlowError.Timeout);
/// </code>
/// Counted per hour, in memory only. Thread-safe. Source: Meta, flows/reference/metrics_api.
/// </remarks>
public sealed class EmulatedFlowMetrics
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(long Flow, DateTimeOffset Hour), FlowHour> _hours = [];
    private readonly FlowBook _flows;
    private readonly TimeProvider _time;

    internal EmulatedFlowMetrics(FlowBook flows, TimeProvider time)
    {
        _flows = flows;
        _time = time;
    }

    /// <summary>
    /// Gets or sets how many requests a flow must have had before its metrics can be read: 250 unless set, as Meta documents; 0 for none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int MinimumRequests
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 250;

    /// <summary>Counts requests to the endpoint of a flow.</summary>
    /// <param name="flowId">The id of the flow.</param>
    /// <param name="count">The number of requests, at least one.</param>
    /// <param name="latency">How long each took; counted in whole seconds, rounded up, from 1 to more than 10.</param>
    /// <param name="error">Why they failed; <see langword="null"/> when they did not.</param>
    /// <param name="at">When, to the hour in UTC; now unless given.</param>
    /// <exception cref="ArgumentException">The flow does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than one, or the latency is negative.</exception>
    public void AddRequests(string flowId, int count, TimeSpan latency, EmulatedFlowError? error = null, DateTimeOffset? at = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(latency, TimeSpan.Zero);
        Add(flowId, at, hour =>
        {
            int seconds = Math.Clamp((int)Math.Ceiling(Math.Min(latency.TotalSeconds, FlowHour.Slowest)), 1, FlowHour.Slowest);
            hour.Latencies[seconds - 1] += count;
            if (error is { } kind)
            {
                hour.Errors[kind] = hour.Errors.GetValueOrDefault(kind) + count;
            }
        });
    }

    /// <summary>Counts WhatsApp's availability checks of the endpoint of a flow.</summary>
    /// <param name="flowId">The id of the flow.</param>
    /// <param name="succeeded">The number that succeeded.</param>
    /// <param name="failed">The number that failed.</param>
    /// <param name="at">When, to the hour in UTC; now unless given.</param>
    /// <exception cref="ArgumentException">The flow does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public void AddChecks(string flowId, int succeeded, int failed, DateTimeOffset? at = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(succeeded);
        ArgumentOutOfRangeException.ThrowIfNegative(failed);
        Add(flowId, at, hour => (hour.Succeeded, hour.Failed) = (hour.Succeeded + succeeded, hour.Failed + failed));
    }

    /// <summary>The counts of a flow, oldest hour first.</summary>
    internal IReadOnlyList<(DateTimeOffset Start, FlowHour Hour)> Of(FlowEntry flow)
    {
        lock (_gate)
        {
            return
            [
                .. _hours.Where(pair => pair.Key.Flow == flow.Number)
                    .OrderBy(pair => pair.Key.Hour)
                    .Select(pair => (pair.Key.Hour, pair.Value.Copy())),
            ];
        }
    }

    private void Add(string flowId, DateTimeOffset? at, Action<FlowHour> count)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(flowId);
        if (!long.TryParse(flowId, NumberStyles.None, CultureInfo.InvariantCulture, out long number) || _flows.Find(number) is null)
        {
            throw new ArgumentException($"There is no flow {flowId}.", nameof(flowId));
        }

        DateTimeOffset time = (at ?? _time.GetUtcNow()).ToUniversalTime();
        (long, DateTimeOffset) key = (number, new DateTimeOffset(time.Year, time.Month, time.Day, time.Hour, 0, 0, TimeSpan.Zero));
        lock (_gate)
        {
            if (!_hours.TryGetValue(key, out FlowHour? hour))
            {
                _hours[key] = hour = new();
            }

            count(hour);
        }
    }
}

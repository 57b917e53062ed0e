namespace WhatsCommerce.Testing;

/// <summary>The requests to the endpoint of a flow within an hour, or the sum of several hours.</summary>
internal sealed class FlowHour
{
    /// <summary>The kinds of latency: of one second to ten, and of more.</summary>
    public const int Slowest = 11;

    /// <summary>The number of requests that took at most one second, two seconds and so on; the last one counts those over ten.</summary>
    public long[] Latencies { get; private init; } = new long[Slowest];

    public Dictionary<EmulatedFlowError, long> Errors { get; private init; } = [];
    public long Succeeded { get; set; }
    public long Failed { get; set; }

    public long Requests => Latencies.Sum();

    public static FlowHour Sum(IEnumerable<FlowHour> hours)
    {
        FlowHour sum = new();
        foreach (FlowHour hour in hours)
        {
            for (int i = 0; i < Slowest; i++)
            {
                sum.Latencies[i] += hour.Latencies[i];
            }

            foreach ((EmulatedFlowError error, long count) in hour.Errors)
            {
                sum.Errors[error] = sum.Errors.GetValueOrDefault(error) + count;
            }

            (sum.Succeeded, sum.Failed) = (sum.Succeeded + hour.Succeeded, sum.Failed + hour.Failed);
        }

        return sum;
    }

    public FlowHour Copy() => Sum([this]);
}

namespace WhatsCommerce.Testing;

/// <summary>What the endpoint of a flow was asked within an hour, or within several that were summed up.</summary>
internal sealed class FlowHour
{
    /// <summary>The kinds of latency: of one second to ten, and of more.</summary>
    public const int Slowest = 11;

    /// <summary>How many requests took a second at most, two at most and so on; the last one has those that took more than ten.</summary>
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

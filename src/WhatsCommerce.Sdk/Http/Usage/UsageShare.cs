namespace WhatsCommerce;

/// <summary>What was used up of a limit, in per cent; at 100 calls are refused. More than 100 is possible.</summary>
public sealed record UsageShare
{
    /// <summary><c>call_count</c>: the number of calls.</summary>
    public int? CallCount { get; init; }

    /// <summary><c>total_cputime</c>: computing time.</summary>
    public int? TotalCpuTime { get; init; }

    /// <summary><c>total_time</c>: time.</summary>
    public int? TotalTime { get; init; }
}

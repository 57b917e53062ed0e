namespace WhatsCommerce;

/// <summary>Represents the used share of a limit, in percent; calls are rejected at 100. Values over 100 are possible.</summary>
public sealed record UsageShare
{
    /// <summary>Gets <c>call_count</c>: the number of calls, in percent of the limit.</summary>
    public int? CallCount { get; init; }

    /// <summary>Gets <c>total_cputime</c>: the CPU time, in percent of the limit.</summary>
    public int? TotalCpuTime { get; init; }

    /// <summary>Gets <c>total_time</c>: the total time, in percent of the limit.</summary>
    public int? TotalTime { get; init; }
}

namespace WhatsCommerce.Benchmarks;

/// <summary>Something measured beside its baseline, and what it may cost.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Limit">How many times the baseline's time it may take.</param>
/// <param name="Baseline">The least that anybody would have to do.</param>
/// <param name="Candidate">What is measured.</param>
/// <param name="AllocationLimit">How many bytes it may allocate; null when there is no limit.</param>
internal sealed record Pair(string Name, double Limit, Func<ValueTask> Baseline, Func<ValueTask> Candidate, long? AllocationLimit = null)
{
    /// <summary>A pair that awaits nothing.</summary>
    public static Pair Of(string name, double limit, Action baseline, Action candidate, long? allocationLimit = null) =>
        new(name, limit, Completed(baseline), Completed(candidate), allocationLimit);

    private static Func<ValueTask> Completed(Action action) => () =>
    {
        action();
        return ValueTask.CompletedTask;
    };
}

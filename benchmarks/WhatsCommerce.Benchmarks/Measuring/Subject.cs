namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>One side of a comparison: the baseline, ours, or the generated DTO.</summary>
internal abstract class Subject
{
    /// <summary>Gets or sets the number of operations in a turn.</summary>
    public int Operations { get; protected set; } = 1;

    /// <summary>Runs all operations of one turn.</summary>
    public abstract ValueTask<Cost> TurnAsync();

    /// <summary>Adapts the number of operations to the cost of one of them.</summary>
    public virtual void Calibrate(Cost cost)
    {
    }

    /// <summary>Returns the bytes that one operation allocates; <see langword="null"/> where they are not measured.</summary>
    public virtual ValueTask<long?> AllocatedAsync() => new((long?)null);

    /// <summary>Returns what one operation asks of a database; <see langword="null"/> where there is none.</summary>
    public virtual ValueTask<DatabaseCounts?> DatabaseCountsAsync() => new((DatabaseCounts?)null);

    protected void Calibrate(Cost cost, double turnNanoseconds) =>
        Operations = (int)Math.Clamp(turnNanoseconds / Math.Max(1, cost.Wall ?? cost.Nanoseconds), 1, 1_000_000);
}

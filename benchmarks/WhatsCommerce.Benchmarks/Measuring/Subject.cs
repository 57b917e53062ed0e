namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>One of those that are compared: the baseline, ours, or the generated DTO.</summary>
internal abstract class Subject
{
    /// <summary>How many operations a turn has.</summary>
    public int Operations { get; protected set; } = 1;

    /// <summary>Runs all operations of one turn.</summary>
    public abstract ValueTask<Cost> TurnAsync();

    /// <summary>Fits the number of operations to what one of them took just now.</summary>
    public virtual void Calibrate(Cost cost)
    {
    }

    /// <summary>The bytes that one operation allocates; null where nobody asks.</summary>
    public virtual ValueTask<long?> AllocatedAsync() => new((long?)null);

    protected void Calibrate(Cost cost, double turnNanoseconds) =>
        Operations = (int)Math.Clamp(turnNanoseconds / Math.Max(1, cost.Wall ?? cost.Nanoseconds), 1, 1_000_000);
}

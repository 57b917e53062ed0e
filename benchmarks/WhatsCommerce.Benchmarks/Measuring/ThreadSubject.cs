namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>A subject that runs on one thread and waits for nothing, measured by the processor time of that thread.</summary>
internal sealed class ThreadSubject(Action action) : Subject
{
    // Short enough that many turns are not disturbed by other processes; long enough that reading the clock, some 200 ns, is negligible.
    private const double TurnNanoseconds = 150_000;
    private const int AllocationOperations = 100;

    public override ValueTask<Cost> TurnAsync()
    {
        int collections = GC.CollectionCount(0);
        double start = CpuClock.OfThread();
        for (int i = 0; i < Operations; i++)
        {
            action();
        }

        double nanoseconds = CpuClock.OfThread() - start;
        return new(new Cost(nanoseconds / Operations, Collections: GC.CollectionCount(0) - collections));
    }

    public override void Calibrate(Cost cost) => Calibrate(cost, TurnNanoseconds);

    public override ValueTask<long?> AllocatedAsync()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < AllocationOperations; i++)
        {
            action();
        }

        return new((GC.GetAllocatedBytesForCurrentThread() - before) / AllocationOperations);
    }
}

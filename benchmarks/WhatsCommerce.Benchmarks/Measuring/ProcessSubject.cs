using System.Diagnostics;

namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>
/// A subject that waits for a server, measured by the processor time of both processes: it includes the server's work, and excludes that of
/// other processes.
/// </summary>
/// <param name="action">One operation.</param>
/// <param name="server">The server that it calls.</param>
/// <param name="turnNanoseconds">The least duration of a turn by the wall clock; by default, one operation.</param>
internal sealed class ProcessSubject(Func<ValueTask> action, ServerProcess server, double turnNanoseconds = 0) : Subject
{
    private const int AllocationOperations = 100;

    public override async ValueTask<Cost> TurnAsync()
    {
        int operations = Operations;
        long wall = Stopwatch.GetTimestamp();
        double start = CpuTime();
        for (int i = 0; i < operations; i++)
        {
            await action();
        }

        double nanoseconds = CpuTime() - start;
        return new(nanoseconds / operations, Stopwatch.GetElapsedTime(wall).TotalNanoseconds / operations);
    }

    public override void Calibrate(Cost cost) => Calibrate(cost, turnNanoseconds);

    public override async ValueTask<long?> AllocatedAsync()
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < AllocationOperations; i++)
        {
            await action();
        }

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / AllocationOperations;
    }

    private double CpuTime() => CpuClock.OfProcess(Environment.ProcessId) + server.CpuTime;
}

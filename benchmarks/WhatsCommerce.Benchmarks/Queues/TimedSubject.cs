using System.Diagnostics;
using WhatsCommerce.Benchmarks.Measuring;

namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>A subject of which a turn is many operations at once, measured by the wall clock.</summary>
/// <param name="operations">How many operations a turn has.</param>
/// <param name="prepareAsync">Makes ready; it is not measured.</param>
/// <param name="runAsync">All operations.</param>
/// <param name="tidyAsync">Removes what is left; it is not measured.</param>
internal sealed class TimedSubject(int operations, Func<Task> prepareAsync, Func<Task> runAsync, Func<Task> tidyAsync) : Subject
{
    public override async ValueTask<Cost> TurnAsync()
    {
        Operations = operations;
        await prepareAsync();
        long start = Stopwatch.GetTimestamp();
        await runAsync();
        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        await tidyAsync();
        return new(nanoseconds / operations);
    }
}

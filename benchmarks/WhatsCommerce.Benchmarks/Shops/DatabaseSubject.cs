using System.Diagnostics;
using Npgsql;
using WhatsCommerce.Benchmarks.Measuring;

namespace WhatsCommerce.Benchmarks.Shops;

/// <summary>
/// A subject that waits for PostgreSQL, measured by the wall clock: most of its work is done by a server of several processes.
/// </summary>
/// <param name="source">The database.</param>
/// <param name="operations">The number of operations in a turn.</param>
/// <param name="prepareAsync">Makes what so many operations need; it is not measured.</param>
/// <param name="action">One operation.</param>
/// <param name="tidyAsync">Removes what a turn left; it is not measured.</param>
internal sealed class DatabaseSubject(
    NpgsqlDataSource source, int operations, Func<int, Task> prepareAsync, Func<Task> action, Func<Task> tidyAsync) : Subject
{
    public override async ValueTask<Cost> TurnAsync()
    {
        Operations = operations;
        await prepareAsync(operations);
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < operations; i++)
        {
            await action();
        }

        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        await tidyAsync();
        return new(nanoseconds / operations);
    }

    public override async ValueTask<long?> AllocatedAsync()
    {
        await prepareAsync(operations);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < operations; i++)
        {
            await action();
        }

        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        await tidyAsync();
        return allocated / operations;
    }

    public override async ValueTask<DatabaseCounts?> DatabaseCountsAsync()
    {
        await prepareAsync(operations);
        long before = await ShopDatabase.WritesAsync(source);
        int trips;
        using (RoundTripCounter counter = new())
        {
            for (int i = 0; i < operations; i++)
            {
                await action();
            }

            trips = counter.Count;
        }

        long writes = await ShopDatabase.WritesAsync(source) - before;
        await tidyAsync();
        return new(Math.Round((double)trips / operations, 2), Math.Round((double)writes / operations, 2));
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using WhatsCommerce.Benchmarks.Measuring;

namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>
/// Handlers were down for an hour at 200 deliveries a second, of which Meta delivered every tenth again: caught up with at the speed of a
/// short backlog, in order, each once, without more memory.
/// </summary>
internal static class CatchUp
{
    private const int Hour = 720_000;
    private const int Short = 5_000;
    private const int Customers = 2_000;
    private const int AGroup = 5_000;

    public static Topic Topic(QueueEngine engine) => QueueComparisons.TopicOf(engine, "catch-up", ["caught-up", "caught-up-heap"], () =>
    {
        QueueBodies bodies = new();
        double heap = 0;
        return Task.FromResult<IReadOnlyList<Comparison>>(
        [
            new(
                $"{engine.Prefix}-caught-up",
                $"Catch up with {Share.Of(Hour):N0} events, beside a backlog of {Short:N0}, {engine.Name}",
                new Limits(0.8),
                new FigureSubject(() => RunAsync(engine, bodies, Share.Of(Short), _ => { })),
                new FigureSubject(() => RunAsync(engine, bodies, Share.Of(Hour), growth => heap = growth)))
            {
                Unit = Unit.Rate,
            },
            new(
                $"{engine.Prefix}-caught-up-heap",
                $"The most megabytes of managed memory meanwhile, beyond those before, {engine.Name}",
                new Limits(double.MaxValue) { Nanoseconds = 100 },
                new FigureSubject(() => Task.FromResult(1.0)),
                new FigureSubject(() => Task.FromResult(Math.Max(1, heap / 1e6))))
            {
                Unit = Unit.Count,
            },
        ]);
    });

    private static async Task<double> RunAsync(QueueEngine engine, QueueBodies bodies, int events, Action<double> grown)
    {
        ConcurrentDictionary<string, string> last = new();
        HandledCount handled = new();
        handled.Expect(events);
        int outOfOrder = 0;
        await using QueueInstance instance = new(engine, 32, order =>
        {
            // Ids rise with time, and a customer's events run one after the other.
            string customer = order.Customer.WaId ?? "";
            if (last.TryGetValue(customer, out string? before) && string.CompareOrdinal(order.Id.Value, before) <= 0)
            {
                Interlocked.Increment(ref outOfOrder);
            }

            last[customer] = order.Id.Value!;
            handled.Add();
            return Task.CompletedTask;
        });
        for (int stored = 0; stored < events; stored += AGroup)
        {
            byte[][] some = bodies.Messages(Math.Min(AGroup, events - stored), Customers);

            // One after the other for each customer, as Meta delivers them.
            foreach (byte[][] round in some.Chunk(Customers))
            {
                await instance.DeliverAsync(round);
                await instance.DeliverAsync([.. round.Where((_, i) => i % 10 == 0)]);
            }
        }

        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        long start = Stopwatch.GetTimestamp();
        await instance.StartAsync();
        Task all = handled.AllAsync();
        while (!all.IsCompleted)
        {
            await Task.WhenAny(all, Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System));
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
        }

        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds / events;
        await instance.StopAsync();
        grown(most);
        await engine.EmptyAsync();
        return outOfOrder == 0 && handled.TooMany == 0
            ? nanoseconds
            : throw new InvalidOperationException($"{outOfOrder} events were out of order, and {handled.TooMany} ran twice.");
    }
}

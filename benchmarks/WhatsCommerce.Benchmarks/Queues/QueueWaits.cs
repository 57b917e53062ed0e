using System.Diagnostics;
using WhatsCommerce.Benchmarks.Measuring;

namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>How long somebody waits: Meta for the answer, a message for its handler.</summary>
internal static class QueueWaits
{
    private const int PerSecond = 500;
    private const int Answers = 5_000;
    private const int AtOnce = 256;
    private const int Customers = 2_000;
    private const int Flood = 50_000;
    private const int Messages = 30;
    private const double Millisecond = 1e6;
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(300);

    public static Topic Latency(QueueEngine engine) => QueueComparisons.TopicOf(
        engine, "latency", ["answer-median", "answer-p99", "busy-p99", "kept-up"], () =>
        {
            QueueBodies bodies = new();
            double busy = 0;
            return Task.FromResult<IReadOnlyList<Comparison>>(
            [
                Row("answer-median", $"Answer a delivery at {PerSecond} a second, handlers of 300 ms: median",
                    new Limits(double.MaxValue) { AboveBaseline = 10 * Millisecond }, Fixed, 0.5, Slow),
                Row("answer-p99", $"Answer a delivery at {PerSecond} a second, handlers of 300 ms: p99",
                    new Limits(double.MaxValue) { Nanoseconds = 100 * Millisecond }, Fixed, 0.99, Slow),
                Row("busy-p99", "Answer a delivery at 70 % of what is kept up with: p99",
                    new Limits(double.MaxValue) { Nanoseconds = 250 * Millisecond, OrRatio = 2.0 }, BusyAsync, 0.99, TimeSpan.Zero),
                new(
                    $"{engine.Prefix}-kept-up",
                    $"Store and handle at the same time, beside first one and then the other by hand, {engine.Name}",
                    new Limits(0),
                    new FigureSubject(async () => 1e9 / await KeepsUpByHandAsync(engine, bodies)),
                    new FigureSubject(async () => 1e9 / await KeepsUpAsync(engine, bodies)))
                {
                    Unit = Unit.Rate,
                },
            ]);

            static Task<double> Fixed() => Task.FromResult((double)PerSecond);

            async Task<double> BusyAsync() => busy > 0 ? busy : busy = 0.7 * await KeepsUpAsync(engine, bodies);

            byte[][] Next() => bodies.Messages(Share.Of(Answers), Customers);

            Comparison Row(
                string row, string what, Limits limits, Func<Task<double>> perSecond, double percentile, TimeSpan handling) => new(
                $"{engine.Prefix}-{row}",
                $"{what}, {engine.Name}",
                limits,
                new FigureSubject(async () =>
                {
                    double[] times = await PaceAsync(Next(), await perSecond(), engine.StoreOneAsync);
                    await engine.ConsumeAsync();
                    return At(times, percentile);
                }),
                new FigureSubject(async () =>
                {
                    double rate = await perSecond();
                    await using QueueInstance instance = new(
                        engine, AtOnce, _ => handling > TimeSpan.Zero ? Task.Delay(handling, TimeProvider.System) : Task.CompletedTask);
                    await instance.StartAsync();

                    // Its connections are open then.
                    await instance.DeliverAsync(bodies.Messages(Share.Of(Answers) / 10, Customers));
                    double figure = At(await PaceAsync(Next(), rate, instance.DeliverAsync), percentile);
                    await instance.StopAsync();
                    await engine.EmptyAsync();
                    return figure;
                }));
        });

    public static Topic Fairness(QueueEngine engine) => QueueComparisons.TopicOf(engine, "fairness", ["behind-statuses"], () =>
    {
        QueueBodies bodies = new();
        return Task.FromResult<IReadOnlyList<Comparison>>(
        [
            new(
                $"{engine.Prefix}-behind-statuses",
                $"Handle a message behind {Flood:N0} statuses of another number: the worst of {Messages}, {engine.Name}",
                new Limits(double.MaxValue) { Nanoseconds = 200 * Millisecond },
                new FigureSubject(() => WorstAsync(engine, bodies, statuses: 0)),
                new FigureSubject(() => WorstAsync(engine, bodies, Share.Of(Flood)))),
        ]);
    });

    private static async Task<double> KeepsUpByHandAsync(QueueEngine engine, QueueBodies bodies)
    {
        byte[][] some = bodies.Messages(Share.Of(Answers), Customers);
        long start = Stopwatch.GetTimestamp();
        await engine.StoreAsync(some);
        await engine.ConsumeAsync();
        return some.Length / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // Deliveries as fast as they are stored, until all are handled: the rate at which both sides of the queue keep up.
    private static async Task<double> KeepsUpAsync(QueueEngine engine, QueueBodies bodies)
    {
        byte[][] some = bodies.Messages(Share.Of(Answers), Customers);
        HandledCount handled = new();
        handled.Expect(some.Length);
        await using QueueInstance instance = new(engine, AtOnce, _ =>
        {
            handled.Add();
            return Task.CompletedTask;
        });
        await instance.StartAsync();
        long start = Stopwatch.GetTimestamp();
        await instance.DeliverAsync(some);
        await handled.AllAsync();
        double perSecond = some.Length / Stopwatch.GetElapsedTime(start).TotalSeconds;
        await instance.StopAsync();
        await engine.EmptyAsync();
        return perSecond;
    }

    private static async Task<double> WorstAsync(QueueEngine engine, QueueBodies bodies, int statuses)
    {
        TaskCompletionSource handled = new();
        await using QueueInstance instance = new(
            engine,
            16,
            _ =>
            {
                handled.TrySetResult();
                return Task.CompletedTask;
            },
            static _ => Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System));
        await instance.DeliverAsync(bodies.Statuses(statuses, "223907458826032"));
        await instance.StartAsync();

        // Warm-up: the first ones are not counted.
        double worst = 0;
        for (int i = -5; i < Messages; i++)
        {
            handled = new(TaskCreationOptions.RunContinuationsAsynchronously);
            byte[] body = bodies.Messages(1, 1)[0];
            long start = Stopwatch.GetTimestamp();
            await instance.DeliverAsync(body);
            await handled.Task;
            worst = i < 0 ? 0 : Math.Max(worst, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        await instance.StopAsync();
        await engine.EmptyAsync();
        return worst;
    }

    // At a constant rate, whether it is kept up with or not: the time of each from when it was due.
    private static async Task<double[]> PaceAsync(byte[][] bodies, double perSecond, Func<byte[], Task> store)
    {
        double[] times = new double[bodies.Length];
        List<Task> running = [];
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < bodies.Length;)
        {
            int due = Math.Min(bodies.Length, (int)(Stopwatch.GetElapsedTime(start).TotalSeconds * perSecond) + 1);
            for (; i < due; i++)
            {
                running.Add(TimeAsync(i));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        await Task.WhenAll(running);
        return times;

        async Task TimeAsync(int i)
        {
            await Task.Yield();
            await store(bodies[i]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalNanoseconds - i * 1e9 / perSecond;
        }
    }

    private static double At(double[] times, double percentile)
    {
        Array.Sort(times);
        return times[(int)((times.Length - 1) * percentile)];
    }
}

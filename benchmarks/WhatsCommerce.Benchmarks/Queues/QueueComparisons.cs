using WhatsCommerce.Benchmarks.Measuring;

namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>Compares a delivery queue with the same work over its engine by hand: storing and handling as fast as it goes.</summary>
internal static class QueueComparisons
{
    private const int Stored = 8_000;
    private const int Processed = 8_000;

    /// <summary>About as many events under way as the bare consumers of PostgreSQL have.</summary>
    private const int Concurrency = 256;
    private const int Turns = 5;

    /// <summary>Gets the topics of all engines.</summary>
    public static IReadOnlyList<Topic> Topics { get; } =
        [.. QueueEngine.All.SelectMany(TopicsOf)];

    /// <summary>Makes a topic whose turns are long: five of them, in one process, after one for warm-up.</summary>
    public static Topic TopicOf(
        QueueEngine engine, string name, IReadOnlyList<string> rows, Func<Task<IReadOnlyList<Comparison>>> prepareAsync) => new(
        $"{engine.Prefix}-{name}",
        [.. rows.Select(row => $"{engine.Prefix}-{row}")],
        Turns,
        Processes: 1,
        async () =>
        {
            await engine.PrepareAsync();

            // Makes the tables, or whatever the engine needs.
            await using QueueInstance first = new(engine, concurrency: 1);
            await first.StartAsync();
            await first.StopAsync();
            return new Stage(await prepareAsync()) { FewestWarmUpSteps = 1, MostWarmUpSteps = 1 };
        })
    {
        Missing = engine.Missing,
    };

    private static Topic[] TopicsOf(QueueEngine engine) =>
    [
        Throughput(engine),
        QueueWaits.Latency(engine),
        QueueScaling.Topic(engine),
        QueueWaits.Fairness(engine),
        CatchUp.Topic(engine),
    ];

    private static Topic Throughput(QueueEngine engine)
    {
        string[] rows = engine.StoreGroupedAsync is null ? ["stored", "processed"] : ["stored", "grouped", "processed"];
        return TopicOf(engine, "throughput", rows, () =>
        {
            // These objects live as long as the process.
            QueueBodies bodies = new();
            HandledCount handled = new();
            QueueInstance instance = new(engine, Concurrency, _ =>
            {
                handled.Add();
                return Task.CompletedTask;
            });
            List<Comparison> comparisons =
            [
                StoredRow("stored", $"Store a delivery, beside {engine.Writers}", engine.Goals.Stored, engine.StoreAsync),
                new(
                    $"{engine.Prefix}-processed",
                    $"Handle an event a conversation, beside {engine.Consumers}, {engine.Name}",
                    new Limits(engine.Goals.Processed),
                    ConsumedByHand(engine, bodies),
                    Handled(engine, bodies, handled, Concurrency))
                {
                    Unit = Unit.Rate,
                },
            ];
            if (engine.StoreGroupedAsync is { } grouped)
            {
                comparisons.Insert(1, StoredRow("grouped", "Store a delivery, beside a writer of groups", engine.Goals.Grouped, grouped));
            }

            return Task.FromResult<IReadOnlyList<Comparison>>(comparisons);

            Comparison StoredRow(string row, string what, double least, Func<IReadOnlyList<byte[]>, Task> byHandAsync)
            {
                int count = Share.Of(Stored);
                byte[][] next = [];
                Task Prepare()
                {
                    next = bodies.Messages(count, count);
                    return Task.CompletedTask;
                }

                return new(
                    $"{engine.Prefix}-{row}",
                    $"{what}, {engine.Name}",
                    new Limits(least),
                    new TimedSubject(count, Prepare, () => byHandAsync(next), engine.EmptyAsync),
                    new TimedSubject(count, Prepare, () => instance.DeliverAsync(next), engine.EmptyAsync))
                {
                    Unit = Unit.Rate,
                };
            }
        });
    }

    private static TimedSubject ConsumedByHand(QueueEngine engine, QueueBodies bodies)
    {
        int count = Share.Of(Processed);
        return new(count, () => engine.StoreAsync(bodies.Messages(count, count)), engine.ConsumeAsync, engine.EmptyAsync);
    }

    private static TimedSubject Handled(QueueEngine engine, QueueBodies bodies, HandledCount handled, int concurrency)
    {
        int count = Share.Of(Processed);
        QueueInstance? worker = null;
        return new(
            count,
            async () =>
            {
                handled.ExpectHeld(count, concurrency);
                worker = new(engine, concurrency, async _ =>
                {
                    await handled.BegunAsync();
                    handled.Add();
                });
                await worker.DeliverAsync(bodies.Messages(count, count));

                // What an app does once in its life, such as opening connections, is no part of the work.
                await worker.StartAsync();
                await handled.ArrivedAsync();
            },
            () =>
            {
                handled.Begin();
                return handled.AllAsync();
            },
            async () =>
            {
                // The worker of a host waits for what is under way: that is no part of the work.
                await worker!.StopAsync();
                await worker.DisposeAsync();
                await engine.EmptyAsync();
            });
    }
}

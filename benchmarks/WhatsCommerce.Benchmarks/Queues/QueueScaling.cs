using WhatsCommerce.Benchmarks.Measuring;

namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>
/// What instances add: four beside one, with handlers that wait; and what a customer with a long backlog costs the others.
/// </summary>
internal static class QueueScaling
{
    private const int Events = 10_000;
    private const int Customers = 2_000;
    private const int AtOnce = 8;
    private const int Backlog = 500;
    private static readonly TimeSpan Waits = TimeSpan.FromMilliseconds(20);

    public static Topic Topic(QueueEngine engine) => QueueComparisons.TopicOf(engine, "scaling", ["instances", "hot"], () =>
    {
        QueueBodies bodies = new();
        return Task.FromResult<IReadOnlyList<Comparison>>(
        [
            new(
                $"{engine.Prefix}-instances",
                $"Handle events that wait 20 ms, 8 at once: four instances beside one, {engine.Name}",
                new Limits(engine.Goals.Scaling),
                Instances(engine, bodies, count: 1),
                Instances(engine, bodies, count: 4))
            {
                Unit = Unit.Rate,
            },
            new(
                $"{engine.Prefix}-hot",
                $"Handle events beside a customer with a backlog of {Backlog}, {engine.Name}",
                new Limits(1.2),
                Others(engine, bodies, backlog: 0),
                Others(engine, bodies, Backlog)),
        ]);
    });

    private static TimedSubject Instances(QueueEngine engine, QueueBodies bodies, int count)
    {
        int events = Share.Of(Events);
        HandledCount handled = new();
        return Run(engine, events, count, () => bodies.Messages(events, Customers), handled, async _ =>
        {
            await handled.BegunAsync();
            await Task.Delay(Waits, TimeProvider.System);
            handled.Add();
        });
    }

    // The time until the events of the others are done; those of the hot customer came first.
    private static TimedSubject Others(QueueEngine engine, QueueBodies bodies, int backlog)
    {
        const string Hot = "16500000000";
        int events = Share.Of(Customers);
        HandledCount handled = new();
        byte[][] Next() => [.. bodies.Messages(backlog, 1), .. bodies.Messages(events + 1, events + 1).Skip(1)];
        return Run(engine, events, 1, Next, handled, async order =>
        {
            await handled.BegunAsync();
            await Task.Delay(Waits, TimeProvider.System);
            if (order.Customer.WaId != Hot)
            {
                handled.Add();
            }
        });
    }

    private static TimedSubject Run(
        QueueEngine engine, int events, int count, Func<byte[][]> bodies, HandledCount handled, Func<Webhooks.OrderEvent, Task> handle)
    {
        List<QueueInstance> instances = [];
        return new(
            events,
            async () =>
            {
                handled.ExpectHeld(events, count * AtOnce);
                for (int i = 0; i < count; i++)
                {
                    instances.Add(new(engine, AtOnce, handle));
                    await instances[i].StartAsync();
                }

                // Instances that divide an empty queue among them have nothing to hand over when there is work.
                await Task.Delay(engine.TimeToShare, TimeProvider.System);
                await instances[0].DeliverAsync(bodies());
                await handled.ArrivedAsync();
            },
            () =>
            {
                handled.Begin();
                return handled.AllAsync();
            },
            async () =>
            {
                foreach (QueueInstance instance in instances)
                {
                    await instance.StopAsync();
                    await instance.DisposeAsync();
                }

                instances.Clear();
                await engine.EmptyAsync();
            });
    }
}

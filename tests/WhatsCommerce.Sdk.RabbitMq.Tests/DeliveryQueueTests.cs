using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.RabbitMq.Tests;

/// <summary>What a delivery queue on RabbitMQ must not do: traps that cost events or their order, or let neighbours wait.</summary>
public sealed class DeliveryQueueTests
{
    private const DeliveryLane Lane = DeliveryLane.Messages;
    private static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_ManyOfOneConversationAtOnce_AreStoredInTheOrderOfTheCalls()
    {
        await using TestBroker broker = TestBroker.Require();
        RabbitMqDeliveryQueue queue = broker.Open(options => options.MaxUnconfirmed = 7);
        await queue.StartAsync(Cancel);
        Guid conversation = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 500)
            .Select(i => queue.AppendAsync([TestBroker.Event(conversation, $"{i:000}")], Cancel).AsTask()));

        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"{i:000}"), await HandleAsync(queue, conversation, 500));
    }

    [Fact]
    public async Task Append_NoQueueTakesIt_Throws()
    {
        await using TestBroker broker = TestBroker.Require();
        RabbitMqDeliveryQueue queue = broker.Open();
        await queue.StartAsync(Cancel);
        await using (IChannel channel = await broker.OpenChannelAsync())
        {
            await channel.ExchangeUnbindAsync(broker.Names.Ring(Lane, 1), broker.Names.Lane(Lane), "", cancellationToken: Cancel);
        }

        PublishException exception = await Assert.ThrowsAsync<PublishReturnException>(
            () => queue.AppendAsync([TestBroker.Event(Guid.NewGuid(), "a")], Cancel).AsTask());

        Assert.True(exception.IsReturn);
    }

    [Fact]
    public async Task Append_SomeAtTheSameTimeAreReturned_TheOthersAreStored()
    {
        await using TestBroker broker = TestBroker.Require();
        RabbitMqDeliveryQueue queue = broker.Open(options => options.MaxUnconfirmed = 5);
        await queue.StartAsync(Cancel);
        await using (IChannel channel = await broker.OpenChannelAsync())
        {
            await channel.ExchangeUnbindAsync(broker.Names.Ring(Lane, 1), broker.Names.Lane(Lane), "", cancellationToken: Cancel);
        }

        Task[] appends = [.. Enumerable.Range(0, 100).Select(i => queue.AppendAsync(
            [TestBroker.Event(Guid.NewGuid(), $"{i}", i % 3 == 0 ? Lane : DeliveryLane.Statuses)], Cancel).AsTask())];
        await Task.WhenAll(appends)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        Assert.Equal(Enumerable.Range(0, 100).Where(i => i % 3 == 0), Enumerable.Range(0, 100).Where(i => appends[i].IsFaulted));
        Assert.Equal(66, await broker.CountAsync(DeliveryLane.Statuses, queue.Generations[0]));
    }

    [Fact]
    public async Task Append_Disposed_Throws()
    {
        await using TestBroker broker = TestBroker.Require();
        RabbitMqDeliveryQueue queue = broker.Open();
        await queue.AppendAsync([TestBroker.Event(Guid.NewGuid(), "a")], Cancel);

        Task[] appends = [.. Enumerable.Range(0, 200).Select(i => queue.AppendAsync(
            [TestBroker.Event(Guid.NewGuid(), $"{i}")], Cancel).AsTask())];
        await queue.DisposeAsync();

        // Each has ended, stored or not.
        await Patiently.Wait(Task.WhenAll(appends.Select(static one => one.ContinueWith(
            static _ => true, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default))));
        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => queue.AppendAsync([TestBroker.Event(Guid.NewGuid(), "b")], Cancel).AsTask());
    }

    [Fact]
    public async Task Lease_SeveralInstances_ShareThePartitionsAndTakeThemOverFromOneThatLeaves()
    {
        await using TestBroker broker = TestBroker.Require();
        RabbitMqDeliveryQueue[] queues = [.. Enumerable.Range(0, 3).Select(_ => broker.Open(options => options.Partitions = 6))];
        foreach (RabbitMqDeliveryQueue queue in queues)
        {
            await queue.LeaseAsync(Lane, 1, Lease, Cancel);
        }

        // 6 + 6 + 2 + 6.
        await Patiently.Until(() => queues.All(one => one.Received.Count(partition => partition.Lane == Lane) == 2)
            && queues.Sum(one => one.Received.Count) == 20);
        await queues[2].StopAsync(Cancel);

        await Patiently.Until(() => queues[..2].All(one => one.Received.Count == 10) && queues[2].Received.Count == 0);
    }

    [Fact]
    public async Task StopAsync_AConversationRuns_HandsItOverWhenItIsFinished()
    {
        await using TestBroker broker = TestBroker.Require();
        (RabbitMqDeliveryQueue leaving, RabbitMqDeliveryQueue staying) = (broker.Open(One), broker.Open(One));
        Guid conversation = Guid.NewGuid();
        await leaving.AppendAsync([.. Enumerable.Range(10, 40).Select(i => TestBroker.Event(conversation, $"{i}"))], Cancel);
        ConversationLease lease = await LeaseAsync(leaving);
        await staying.LeaseAsync(Lane, 1, Lease, Cancel);

        await leaving.StopAsync(Cancel);
        Assert.Equal([lease], await leaving.RenewAsync([lease], Lease, Cancel));
        await leaving.FinishAsync(lease, TestBroker.DoneWith(lease), Cancel);

        Assert.Equal(
            Enumerable.Range(10 + lease.Events.Count, 40 - lease.Events.Count).Select(i => $"{i}"),
            await HandleAsync(staying, conversation, 40 - lease.Events.Count));
    }

    [Fact]
    public async Task Dispose_AgainAndAgainWithOtherPrefetches_KeepsTheOrder()
    {
        await using TestBroker broker = TestBroker.Require();
        Guid[] conversations = [.. Enumerable.Range(0, 5).Select(_ => Guid.NewGuid())];
        RabbitMqDeliveryQueue first = broker.Open(With(400));
        await first.AppendAsync([.. Enumerable.Range(0, 600).Select(i => TestBroker.Event(conversations[i % 5], $"{i:000}"))], Cancel);
        await first.LeaseAsync(Lane, 1, Lease, Cancel);
        await Patiently.Until(() => first.ReceivedOf(Lane) >= 400);
        await first.DisposeAsync();

        // With the 50 places that it asks for it would put them behind the 350 that it did not receive.
        RabbitMqDeliveryQueue second = broker.Open(With(50));
        await second.LeaseAsync(Lane, 1, Lease, Cancel);
        await Patiently.Until(() => second.ReceivedOf(Lane) >= 50);
        await second.DisposeAsync();
        RabbitMqDeliveryQueue third = broker.Open(With(1000));
        await third.LeaseAsync(Lane, 1, Lease, Cancel);
        await Patiently.Until(() => third.ReceivedOf(Lane) >= 600);

        Dictionary<Guid, List<string>> seen = [];
        while (await third.LeaseAsync(Lane, 1, Lease, Cancel) is [var lease])
        {
            seen.TryAdd(lease.Conversation, []);
            seen[lease.Conversation].AddRange(lease.Events.Select(TestBroker.TextOf));
            await third.FinishAsync(lease, TestBroker.DoneWith(lease), Cancel);
        }

        Assert.All(conversations.Index(), one => Assert.Equal(
            Enumerable.Range(0, 120).Select(i => $"{(i * 5) + one.Index:000}"), seen[one.Item]));

        static Action<RabbitMqOptions> With(int prefetch) => options =>
        {
            options.Partitions = 1;
            options.Prefetch = prefetch;
        };
    }

    [Fact]
    public async Task Finish_FailedOrDidNotRun_KeepsItsPlaceInTheBroker()
    {
        await using TestBroker broker = TestBroker.Require();
        RabbitMqDeliveryQueue first = broker.Open(One);
        Guid conversation = Guid.NewGuid();
        await first.AppendAsync([.. Enumerable.Range(1, 4).Select(i => TestBroker.Event(conversation, $"{i}"))], Cancel);
        ConversationLease lease = await LeaseAsync(first, 4);

        await first.FinishAsync(
            lease,
            new() { Done = [lease.Events[0].Sequence], Retried = [new(lease.Events[1].Sequence, Lease)], HeldFor = Lease },
            Cancel);
        await first.DisposeAsync();

        Assert.Equal(["2", "3", "4"], await HandleAsync(broker.Open(One), conversation, 3));
    }

    [Fact]
    public async Task Lease_OneConversationFillsThePrefetch_ParksItAndReceivesTheOthers()
    {
        await using TestBroker broker = TestBroker.Require();
        RabbitMqDeliveryQueue queue = broker.Open(Narrow);
        (Guid hot, Guid other) = (Guid.NewGuid(), Guid.NewGuid());
        await queue.AppendAsync([.. Enumerable.Range(100, 80).Select(i => TestBroker.Event(hot, $"{i}"))], Cancel);
        await queue.AppendAsync([TestBroker.Event(other, "other")], Cancel);
        ConversationLease lease = await LeaseAsync(queue);
        await queue.FinishAsync(lease, new() { Retried = [new(lease.Events[0].Sequence, Lease)], HeldFor = Lease }, Cancel);

        Assert.Equal(["other"], await HandleAsync(queue, other, 1));

        // What is parked is still in order, also for who takes over.
        await queue.DisposeAsync();
        Assert.Equal(Enumerable.Range(100, 80).Select(i => $"{i}"), await HandleAsync(broker.Open(Narrow), hot, 80));

        static void Narrow(RabbitMqOptions options) => (options.Partitions, options.Prefetch) = (1, 40);
    }

    [Fact]
    public async Task StartAsync_MorePartitions_KeepsTheOrderOfWhatWaits()
    {
        await using TestBroker broker = TestBroker.Require();
        RabbitMqDeliveryQueue old = broker.Open();
        Guid[] conversations = [.. Enumerable.Range(0, 60).Select(_ => Guid.NewGuid())];
        await AppendAsync(old, 0, 3);
        await old.LeaseAsync(Lane, 1, Lease, Cancel);
        RabbitMqDeliveryQueue grown = broker.Open(options => options.Partitions = 5);
        await grown.StartAsync(Cancel);
        await AppendAsync(old, 3, 5);
        await AppendAsync(grown, 5, 7);
        Assert.Equal(4 * 60, await broker.CountAsync(Lane, new(2, 5)));

        Dictionary<Guid, List<string>> seen = conversations.ToDictionary(one => one, _ => new List<string>());
        await Patiently.Until(async () =>
        {
            foreach (RabbitMqDeliveryQueue queue in new[] { old, grown })
            {
                foreach (ConversationLease lease in await queue.LeaseAsync(Lane, 16, Lease, Cancel))
                {
                    seen[lease.Conversation].AddRange(lease.Events.Select(TestBroker.TextOf));
                    await queue.FinishAsync(lease, TestBroker.DoneWith(lease), Cancel);
                }
            }

            return seen.Values.All(one => one.Count == 7);
        });

        Assert.All(seen.Values, texts => Assert.Equal(Enumerable.Range(0, 7).Select(i => $"{i}"), texts));
        await Patiently.Until(() => new[] { old, grown }.All(
            one => one.Received.Count > 0 && one.Received.All(partition => partition.Generation == 2)));

        async Task AppendAsync(RabbitMqDeliveryQueue queue, int from, int to)
        {
            for (int i = from; i < to; i++)
            {
                await queue.AppendAsync([.. conversations.Select(one => TestBroker.Event(one, $"{i}"))], Cancel);
            }
        }
    }

    [Fact]
    public async Task StartAsync_FewerPartitions_TakesThoseThatAreThere()
    {
        await using TestBroker broker = TestBroker.Require();
        await broker.Open(options => options.Partitions = 3).StartAsync(Cancel);
        RabbitMqDeliveryQueue queue = broker.Open(options => options.Partitions = 1);

        await queue.StartAsync(Cancel);

        Assert.Equal([new Generation(1, 3)], queue.Generations);
    }

    [Fact]
    public async Task StartAsync_NothingIsDeclaredAndMayNotBe_SaysWhatIsMissing()
    {
        await using TestBroker broker = TestBroker.Require();
        RabbitMqDeliveryQueue queue = broker.Open(options => options.DeclareTopology = false);

        InvalidOperationException exception =
            await Assert.ThrowsAsync<InvalidOperationException>(() => queue.StartAsync(Cancel).AsTask());

        Assert.Contains(broker.Names.Members, exception.Message, StringComparison.Ordinal);
        Assert.Contains("DeclareTopology", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_DeclaredByAnother_NeedsNoDeclaration()
    {
        await using TestBroker broker = TestBroker.Require();
        await broker.Open().StartAsync(Cancel);
        RabbitMqDeliveryQueue queue = broker.Open(options => options.DeclareTopology = false);

        await queue.StartAsync(Cancel);
        Guid conversation = Guid.NewGuid();
        await queue.AppendAsync([TestBroker.Event(conversation, "a")], Cancel);

        Assert.Equal(["a"], await HandleAsync(queue, conversation, 1));
    }

    [Fact]
    public async Task Receive_ForeignMessage_BecomesADeadLetter()
    {
        await using TestBroker broker = TestBroker.Require();
        KeptLetters letters = new();
        RabbitMqDeliveryQueue queue = broker.Open(One, deadLetters: letters);
        await queue.LeaseAsync(Lane, 1, Lease, Cancel);
        await using (IChannel channel = await broker.OpenChannelAsync())
        {
            await channel.BasicPublishAsync("", broker.Names.Queue(new(Lane, 1, 0)), Encoding.UTF8.GetBytes("{}"), Cancel);
        }

        await Patiently.Until(() => !letters.Kept.IsEmpty);

        DeadLetter letter = Assert.Single(letters.Kept);
        Assert.Equal(DeadLetterReason.Unreadable, letter.Reason);
        Assert.Equal("{}", Encoding.UTF8.GetString(letter.Body.Span));
        Assert.Contains("rejected", letter.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_AnotherInstanceHasReceivedThem_RemovesThemThere()
    {
        await using TestBroker broker = TestBroker.Require();
        (RabbitMqDeliveryQueue owner, RabbitMqDeliveryQueue other) = (broker.Open(One), broker.Open(One));
        Guid conversation = Guid.NewGuid();
        await owner.LeaseAsync(Lane, 1, Lease, Cancel);
        await other.StartAsync(Cancel);
        await owner.AppendAsync([TestBroker.Event(conversation, "from 16505551234"), TestBroker.Event(conversation, "a2")], Cancel);
        await Patiently.Until(() => owner.ReceivedOf(Lane) == 2);

        await other.ForgetAsync(["16505551234"], Cancel);

        await Patiently.Until(async () => await owner.MeasureAsync(Cancel) is [{ Events: 1 }]);
        Assert.Equal(["a2"], await HandleAsync(owner, conversation, 1));
    }

    [Fact]
    public async Task Measure_AnotherInstanceWorks_CountsWhatItHas()
    {
        await using TestBroker broker = TestBroker.Require();
        (RabbitMqDeliveryQueue owner, RabbitMqDeliveryQueue other) = (broker.Open(One), broker.Open(One));
        await other.StartAsync(Cancel);
        await owner.AppendAsync([TestBroker.Event(Guid.NewGuid(), "a"), TestBroker.Event(Guid.NewGuid(), "b")], Cancel);

        Assert.Equal(2, Assert.Single(await other.MeasureAsync(Cancel)).Events);
        await LeaseAsync(owner);

        await Patiently.Until(async () => await other.MeasureAsync(Cancel) is [{ Events: 2, Conversations: 2, Leased: 1 }]);
    }

    [Fact]
    public async Task UseRabbitMq_BesideUseDeliveryQueueInAnyOrder_IsTheQueueOfTheApp()
    {
        foreach (Action<WhatsCommerceWebhooksBuilder> configure in new Action<WhatsCommerceWebhooksBuilder>[]
        {
            builder => builder.UseRabbitMq("amqp://mq.example.com").UseDeliveryQueue(options => options.MaxConcurrency = 3),
            builder => builder.UseDeliveryQueue(options => options.MaxConcurrency = 3).UseRabbitMq("amqp://mq.example.com"),
        })
        {
            ServiceCollection services = new();
            configure(services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("0123456789abcdef")));
            await using ServiceProvider app = services.BuildServiceProvider();

            Assert.IsType<RabbitMqDeliveryQueue>(app.GetRequiredService<IDeliveryQueue>());
        }
    }

    [Fact]
    public void New_UriIsInvalid_SaysSoWithoutThePassword()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(
            () => new RabbitMqDeliveryQueue(new() { ConnectionString = "amqp//shop:hunter22@mq.example.com" }));

        Assert.Contains("RabbitMqOptions.ConnectionString", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter22", exception.ToString(), StringComparison.Ordinal);
    }

    private static void One(RabbitMqOptions options) => options.Partitions = 1;

    /// <summary>Leases a conversation that is received some time, with at least so many events.</summary>
    private static async Task<ConversationLease> LeaseAsync(RabbitMqDeliveryQueue queue, int received = 1)
    {
        ConversationLease? found = null;
        await Patiently.Until(async () =>
        {
            if (queue.ReceivedOf(Lane) < received)
            {
                await queue.LeaseAsync(DeliveryLane.Other, 1, Lease, Cancel);
                return false;
            }

            found = await queue.LeaseAsync(Lane, 1, Lease, Cancel) is [var first, ..] ? first : null;
            return found is not null;
        });
        return found!;
    }

    /// <summary>Handles what comes of a conversation, and returns the texts in the order of their runs.</summary>
    private static async Task<List<string>> HandleAsync(RabbitMqDeliveryQueue queue, Guid conversation, int count)
    {
        List<string> texts = [];
        await Patiently.Until(async () =>
        {
            foreach (ConversationLease lease in await queue.LeaseAsync(Lane, 16, Lease, Cancel))
            {
                if (lease.Conversation == conversation)
                {
                    texts.AddRange(lease.Events.Select(TestBroker.TextOf));
                    await queue.FinishAsync(lease, TestBroker.DoneWith(lease), Cancel);
                }
            }

            return texts.Count >= count;
        });
        return texts;
    }

    private sealed class KeptLetters : IDeadLetterStore
    {
        public ConcurrentQueue<DeadLetter> Kept { get; } = [];

        public ValueTask AppendAsync(DeadLetter letter, CancellationToken cancellationToken = default)
        {
            Kept.Enqueue(letter);
            return default;
        }

        public IAsyncEnumerable<DeadLetter> ListAsync(CancellationToken cancellationToken = default) => Kept.ToAsyncEnumerable();

        public ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken = default) => new(false);

        public ValueTask<int> CountAsync(CancellationToken cancellationToken = default) => new(Kept.Count);
    }
}

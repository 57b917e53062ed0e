using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.RabbitMq.Tests;

/// <summary>What becomes of received events when the broker takes them back, or delivers them once more.</summary>
public sealed class BacklogTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly Guid One = Guid.NewGuid();

    private readonly FakeTimeProvider _time = new();
    private readonly Backlog _backlog;

    public BacklogTests() => _backlog = new(DeliveryLane.Messages, _time);

    [Fact]
    public async Task Add_DeliveredAgainWhileItRuns_IsAcknowledgedWhereItIsNow()
    {
        (Source before, Source after) = (new(), new());
        QueuedEvent queued = TestBroker.Event(One, "a");
        Add(before, 1, queued);
        ConversationLease lease = Assert.Single(_backlog.Lease(1, Lease));
        before.Close(_backlog);
        Add(after, 5, queued);

        Assert.Empty(_backlog.Lease(1, Lease));
        await FinishAsync(lease, TestBroker.DoneWith(lease));

        Assert.Equal([5UL], after.Acknowledged);
        Assert.Empty(before.Acknowledged);
        Assert.Equal(0, _backlog.Measure().Events);
    }

    [Fact]
    public async Task Add_DeliveredAgainWhileHeldBack_GoesOnBeingHeldBack()
    {
        (Source before, Source after) = (new(), new());
        QueuedEvent queued = TestBroker.Event(One, "a");
        Add(before, 1, queued);
        ConversationLease lease = Assert.Single(_backlog.Lease(1, Lease));
        await FinishAsync(lease, new() { Retried = [new(lease.Events[0].Sequence, Lease)], HeldFor = Lease });
        before.Close(_backlog);
        Add(after, 1, queued);

        Assert.Empty(_backlog.Lease(1, Lease));
        _time.Advance(Lease);

        Assert.Equal(1, Assert.Single(Assert.Single(_backlog.Lease(1, Lease)).Events).Retries);
    }

    [Fact]
    public async Task Lease_HeldBackUntilItsSourceWasLetGo_KeepsNothing()
    {
        Source source = new();
        Add(source, 1, TestBroker.Event(One, "a"));
        ConversationLease lease = Assert.Single(_backlog.Lease(1, Lease));
        await FinishAsync(lease, new() { Retried = [new(lease.Events[0].Sequence, Lease)], HeldFor = Lease });
        source.IsReleasing = true;
        source.Close(_backlog);

        _time.Advance(Lease);

        Assert.Empty(_backlog.Lease(1, Lease));
        Assert.Equal((0, 0), (_backlog.Measure().Conversations, _backlog.Measure().Events));
    }

    [Fact]
    public async Task Finish_SomeMessages_AreSettledBeforeTheConversationIsReleased()
    {
        Source source = new();
        Add(source, 1, TestBroker.Event(One, "a1"));
        Add(source, 2, TestBroker.Event(One, "a2"));
        ConversationLease lease = Assert.Single(_backlog.Lease(1, Lease));

        IReadOnlyList<SettledMessage> settled = _backlog.Finish(lease, TestBroker.DoneWith(lease));

        Assert.False(_backlog.IsRunning(source));
        Assert.Equal(2, source.Settled);
        Assert.Empty(source.Acknowledged);
        await settled[0].AcknowledgeAsync();
        await settled[1].AcknowledgeAsync();
        Assert.Equal(0, source.Settled);
        Assert.Equal([1UL, 2UL], source.Acknowledged);
    }

    [Fact]
    public void Renew_TheBrokerHasItBack_IsNoLongerHeld()
    {
        Source source = new();
        Add(source, 1, TestBroker.Event(One, "a"));
        IReadOnlyList<ConversationLease> leases = _backlog.Lease(1, Lease);

        source.Close(_backlog);

        Assert.Empty(_backlog.Renew(leases, Lease));
    }

    [Fact]
    public void Detach_NothingRuns_KeepsNothing()
    {
        Source source = new();
        Add(source, 1, TestBroker.Event(One, "a"));

        source.Close(_backlog);

        Assert.Empty(_backlog.Lease(1, Lease));
        Assert.Equal(0, _backlog.Measure().Conversations);
    }

    [Fact]
    public void Add_AfterItsSourceIsClosed_IsNotKept()
    {
        Source source = new();
        source.Close(_backlog);

        Add(source, 1, TestBroker.Event(One, "a"));

        Assert.Empty(_backlog.Lease(1, Lease));
    }

    [Fact]
    public void Lease_OneWasDoneElsewhereMeanwhile_RunsTheOthersInOrder()
    {
        (Source before, Source after) = (new(), new());
        QueuedEvent[] queued = [.. Enumerable.Range(1, 3).Select(i => TestBroker.Event(One, $"a{i}"))];
        Add(before, 1, queued[0]);
        Add(before, 2, queued[1]);
        _backlog.Lease(1, Lease);
        before.Close(_backlog);
        Add(after, 1, queued[1]);
        Add(after, 2, queued[2]);
        _time.Advance(Lease);

        Assert.Equal("a2 a3", TestBroker.TextOf(Assert.Single(_backlog.Lease(1, Lease))));
    }

    [Fact]
    public async Task PickToPark_HeldBackAndMany_TakesThemWholeAndInOrder()
    {
        Source source = new();
        QueuedEvent[] hot = [.. Enumerable.Range(10, 16).Select(i => TestBroker.Event(One, $"a{i}"))];
        Assert.All(hot.Index(), one => Add(source, (ulong)one.Index + 1, one.Item));
        Add(source, 20, TestBroker.Event(Guid.NewGuid(), "b"));
        ConversationLease lease = _backlog.Lease(2, Lease).Single(one => one.Conversation == One);
        Assert.Empty(_backlog.PickToPark(source, places: 100));
        await FinishAsync(lease, new() { Retried = [new(lease.Events[0].Sequence, Lease)], HeldFor = Lease });

        IReadOnlyList<BacklogEvent> parked = _backlog.PickToPark(source, places: 20);

        Assert.Equal(hot.Select(one => one.EventId), parked.Select(one => one.Queued.EventId));
        Assert.Empty(_backlog.PickToPark(source, places: 20));
    }

    [Fact]
    public void Add_ItsParkedCopyComes_TakesThePlaceOfTheOriginal()
    {
        Source source = new();
        QueuedEvent[] queued = [.. Enumerable.Range(1, 2).Select(i => TestBroker.Event(One, $"a{i}"))];
        Add(source, 1, queued[0]);
        Add(source, 2, queued[1]);

        SettledMessage? original = _backlog.Add(source, 7, isParked: true, new(queued[0], 0, 3));
        SettledMessage? leftBehind = Add(source, 8, queued[0]);

        Assert.Equal(1UL, original?.Tag);
        Assert.Equal(8UL, leftBehind?.Tag);
        Assert.Equal("a1 a2", TestBroker.TextOf(Assert.Single(_backlog.Lease(1, Lease))));
    }

    private SettledMessage? Add(Source source, ulong tag, QueuedEvent queued) =>
        _backlog.Add(source, tag, isParked: false, new(queued, _time.GetUtcNow().ToUnixTimeMilliseconds(), 0));

    private async Task FinishAsync(ConversationLease lease, ConversationOutcome outcome)
    {
        foreach (SettledMessage settled in _backlog.Finish(lease, outcome))
        {
            await settled.AcknowledgeAsync();
        }
    }

    private sealed class Source : IEventSource
    {
        public bool IsOpen { get; private set; } = true;

        public bool IsReleasing { get; set; }

        public List<ulong> Acknowledged { get; } = [];

        public int Settled { get; private set; }

        public SettledMessage Settle(ulong tag)
        {
            Settled++;
            return new(this, tag);
        }

        public ValueTask AcknowledgeAsync(SettledMessage settled)
        {
            Settled--;
            if (IsOpen)
            {
                Acknowledged.Add(settled.Tag);
            }

            return default;
        }

        public void Close(Backlog backlog)
        {
            IsOpen = false;
            backlog.Detach(this);
        }
    }
}

using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>
/// What every delivery queue must do. A class for each queue derives from it and says how to open one and how time passes.
/// </summary>
public abstract class DeliveryQueueContract : IAsyncLifetime
{
    // Long, since a queue may tell the time by a clock of its own: no test takes that long.
    protected static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    protected static readonly Guid One = Guid.Parse("10000000-0000-0000-0000-000000000001");
    protected static readonly Guid Two = Guid.Parse("20000000-0000-0000-0000-000000000002");

    private const DeliveryLane Lane = DeliveryLane.Messages;

    /// <summary>An empty queue.</summary>
    protected IDeliveryQueue Queue { get; private set; } = null!;

    /// <summary>Another instance of the same queue; the same one where nothing can be shared.</summary>
    protected IDeliveryQueue Other { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (Queue, Other) = await OpenAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens an empty queue, and another instance of it.</summary>
    protected abstract ValueTask<(IDeliveryQueue Queue, IDeliveryQueue Other)> OpenAsync();

    /// <summary>Makes the queue believe that time has passed.</summary>
    protected abstract ValueTask PassTimeAsync(TimeSpan time);

    [Fact]
    public async Task Lease_Empty_ReturnsNothing() => Assert.Empty(await Queue.LeaseAsync(Lane, 10, Lease, Cancel));

    [Fact]
    public async Task Lease_StoredByTwoInstances_ReturnsEachConversationWithItsEventsInOrder()
    {
        await Queue.AppendAsync([Event(One, "a1"), Event(Two, "b1"), Event(One, "a2")], Cancel);
        await Other.AppendAsync([Event(One, "a3")], Cancel);
        await Queue.AppendAsync([Event(Two, "b2"), Event(One, "a4")], Cancel);

        IReadOnlyList<ConversationLease> leases = await Other.LeaseAsync(Lane, 10, Lease, Cancel);

        Assert.Equal(
            [(One, "a1 a2 a3 a4"), (Two, "b1 b2")],
            leases.Select(lease => (lease.Conversation, TextOf(lease))).OrderBy(lease => lease.Conversation));
    }

    [Fact]
    public async Task Lease_StoredEvent_ReturnsWhatWasStored()
    {
        QueuedEvent stored = new()
        {
            Conversation = One,
            Tenant = long.MinValue,
            Lane = DeliveryLane.Statuses,
            EventId = Guid.NewGuid(),
            EndpointName = "berlin \ud83c\udf4e",
            EventKey = "/messages/message/1/wamid.A",
            Body = new byte[] { 0, 1, 255 },
        };
        await Queue.AppendAsync([stored], Cancel);

        ConversationLease lease = Assert.Single(await Queue.LeaseAsync(DeliveryLane.Statuses, 1, Lease, Cancel));

        LeasedEvent leased = Assert.Single(lease.Events);
        Assert.Equal((One, long.MinValue, DeliveryLane.Statuses), (lease.Conversation, lease.Tenant, lease.Lane));
        Assert.Equal((stored.EndpointName, stored.EventKey, 0), (leased.EndpointName, leased.EventKey, leased.Retries));
        Assert.Equal(stored.Body.ToArray(), leased.Body.ToArray());
    }

    [Fact]
    public async Task Lease_OtherLane_ReturnsNothing()
    {
        await Queue.AppendAsync([Event(One, "a1")], Cancel);

        Assert.Empty(await Queue.LeaseAsync(DeliveryLane.Statuses, 10, Lease, Cancel));
        Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel));
    }

    [Theory]
    [InlineData(DeliveryLane.Messages)]
    [InlineData(DeliveryLane.Statuses)]
    [InlineData(DeliveryLane.Other)]
    [InlineData(DeliveryLane.Forwards)]
    public async Task Lease_EventOfALane_StandsInThatLaneOnly(DeliveryLane lane)
    {
        await Queue.AppendAsync(
            [new() { Conversation = One, Tenant = 1, Lane = lane, EventId = One, EndpointName = "", Body = new byte[] { 1 } }], Cancel);

        foreach (DeliveryLane other in Enum.GetValues<DeliveryLane>())
        {
            Assert.Equal(other == lane ? 1 : 0, (await Queue.LeaseAsync(other, 10, Lease, Cancel)).Count);
        }

        Assert.Equal((lane, 1L), Assert.Single((await Queue.MeasureAsync(Cancel)).Select(depth => (depth.Lane, depth.Events))));
    }

    [Fact]
    public async Task Lease_OwnedByAnother_ReturnsNothingEvenWhenMoreIsStored()
    {
        await Queue.AppendAsync([Event(One, "a1")], Cancel);
        await Queue.LeaseAsync(Lane, 10, Lease, Cancel);
        await Queue.AppendAsync([Event(One, "a2")], Cancel);

        Assert.Empty(await Other.LeaseAsync(Lane, 10, Lease, Cancel));
    }

    [Fact]
    public async Task Lease_EarlierLeaseHasEnded_ReturnsTheSameEventsToANewOwner()
    {
        await Queue.AppendAsync([Event(One, "a1"), Event(One, "a2")], Cancel);
        ConversationLease first = Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel));
        await PassTimeAsync(Lease);

        ConversationLease second = Assert.Single(await Other.LeaseAsync(Lane, 10, Lease, Cancel));

        Assert.Equal("a1 a2", TextOf(second));
        Assert.True(second.Fence > first.Fence);
        Assert.NotEqual(first.Owner, second.Owner);
    }

    [Fact]
    public async Task Lease_LongConversation_ReturnsTheRestWhenTheFirstAreDone()
    {
        await Queue.AppendAsync([.. Enumerable.Range(10, 40).Select(i => Event(One, $"a{i}"))], Cancel);
        List<string> seen = [];
        while (await Queue.LeaseAsync(Lane, 1, Lease, Cancel) is [var lease])
        {
            Assert.InRange(lease.Events.Count, 1, 20);
            seen.Add(TextOf(lease));
            await Queue.FinishAsync(lease, DoneWith(lease), Cancel);
        }

        Assert.Equal(string.Join(' ', Enumerable.Range(10, 40).Select(i => $"a{i}")), string.Join(' ', seen));
    }

    [Fact]
    public async Task Lease_OneTenantFloods_GivesTheOthersTheirShare()
    {
        await Queue.AppendAsync([.. Enumerable.Range(0, 200).Select(i => Event(Guid.NewGuid(), $"a{i}", tenant: 1))], Cancel);
        await Queue.AppendAsync([Event(One, "b", tenant: 2), Event(Two, "c", tenant: -3)], Cancel);

        IReadOnlyList<ConversationLease> leases =
            [.. await Queue.LeaseAsync(Lane, 3, Lease, Cancel), .. await Queue.LeaseAsync(Lane, 3, Lease, Cancel)];

        Assert.Superset(new HashSet<string> { "b", "c" }, leases.Select(TextOf).ToHashSet());
        Assert.Equal(6, leases.Count);
    }

    [Fact]
    public async Task Lease_OneAtATime_ServesTheTenantsInTurn()
    {
        await Queue.AppendAsync(
            [.. Enumerable.Range(0, 30).Select(i => Event(Guid.NewGuid(), $"a{i}", tenant: i % 3))], Cancel);
        List<long> served = [];
        for (int i = 0; i < 9; i++)
        {
            served.Add(Assert.Single(await Queue.LeaseAsync(Lane, 1, Lease, Cancel)).Tenant);
        }

        Assert.All(served.CountBy(tenant => tenant), tenant => Assert.Equal(3, tenant.Value));
    }

    [Fact]
    public async Task Lease_ManyOfOneTenant_ReturnsAsManyAsAskedLongestWaitingFirst()
    {
        await Queue.AppendAsync([Event(Two, "first")], Cancel);
        await PassTimeAsync(TimeSpan.FromSeconds(1));
        await Queue.AppendAsync([.. Enumerable.Range(0, 20).Select(i => Event(Guid.NewGuid(), $"a{i}"))], Cancel);

        Assert.Equal("first", TextOf(Assert.Single(await Queue.LeaseAsync(Lane, 1, Lease, Cancel))));
        Assert.Equal(12, (await Queue.LeaseAsync(Lane, 12, Lease, Cancel)).Count);
        Assert.Equal(8, (await Other.LeaseAsync(Lane, 12, Lease, Cancel)).Count);
    }

    [Fact]
    public async Task Append_WaitsAlready_IsNotStoredAgain()
    {
        await Queue.AppendAsync([Event(One, "a1"), Event(One, "a1")], Cancel);
        await Other.AppendAsync([Event(One, "a1"), Event(One, "a2")], Cancel);

        Assert.Equal("a1 a2", TextOf(Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel))));
    }

    [Fact]
    public async Task Finish_AllDone_RemovesThem()
    {
        await Queue.AppendAsync([Event(One, "a1"), Event(One, "a2")], Cancel);
        ConversationLease lease = Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel));

        await Queue.FinishAsync(lease, DoneWith(lease), Cancel);

        Assert.Empty(await Other.LeaseAsync(Lane, 10, Lease, Cancel));
        Assert.Empty(await Queue.MeasureAsync(Cancel));
    }

    [Fact]
    public async Task Finish_MoreWasStoredMeanwhile_LeavesItReady()
    {
        await Queue.AppendAsync([Event(One, "a1")], Cancel);
        ConversationLease lease = Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel));
        await Other.AppendAsync([Event(One, "a2")], Cancel);

        await Queue.FinishAsync(lease, DoneWith(lease), Cancel);

        Assert.Equal("a2", TextOf(Assert.Single(await Other.LeaseAsync(Lane, 10, Lease, Cancel))));
    }

    [Fact]
    public async Task Finish_NothingRan_LeavesAllReady()
    {
        await Queue.AppendAsync([Event(One, "a1"), Event(One, "a2")], Cancel);
        ConversationLease lease = Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel));

        await Queue.FinishAsync(lease, new(), Cancel);

        Assert.Equal("a1 a2", TextOf(Assert.Single(await Other.LeaseAsync(Lane, 10, Lease, Cancel))));
    }

    [Fact]
    public async Task Finish_LeaseIsAnothers_ChangesNothing()
    {
        await Queue.AppendAsync([Event(One, "a1")], Cancel);
        ConversationLease lost = Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel));
        await PassTimeAsync(Lease);
        ConversationLease held = Assert.Single(await Other.LeaseAsync(Lane, 10, Lease, Cancel));

        await Queue.FinishAsync(lost, DoneWith(lost), Cancel);

        Assert.Empty(await Queue.LeaseAsync(Lane, 10, Lease, Cancel));
        Assert.Equal([held], await Other.RenewAsync([held], Lease, Cancel));
        await Other.FinishAsync(held, new(), Cancel);
        Assert.Equal("a1", TextOf(Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel))));
    }

    [Fact]
    public async Task Finish_ConversationWasEmptyAndIsMadeAnewWithTheSameFence_ChangesNothing()
    {
        await Queue.AppendAsync([Event(One, "a1")], Cancel);
        ConversationLease lost = Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel));
        await Queue.FinishAsync(lost, DoneWith(lost), Cancel);
        await Queue.AppendAsync([Event(One, "a2")], Cancel);
        ConversationLease held = Assert.Single(await Other.LeaseAsync(Lane, 10, Lease, Cancel));

        await Queue.FinishAsync(lost, new() { Done = [.. held.Events.Select(one => one.Sequence)] }, Cancel);

        Assert.Equal(lost.Fence, held.Fence);
        Assert.Equal([held], await Other.RenewAsync([held], Lease, Cancel));
        Assert.Empty(await Other.LeaseAsync(Lane, 10, Lease, Cancel));
    }

    [Fact]
    public async Task Finish_Held_HoldsBackTheWholeConversationUntilThen()
    {
        await Queue.AppendAsync([Event(One, "a1"), Event(One, "a2")], Cancel);
        ConversationLease lease = Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel));
        TimeSpan delay = TimeSpan.FromMinutes(10);

        await Queue.FinishAsync(lease, new() { Retried = [new(lease.Events[0].Sequence, delay)], HeldFor = delay }, Cancel);
        await Other.AppendAsync([Event(One, "a3")], Cancel);

        Assert.Empty(await Other.LeaseAsync(Lane, 10, Lease, Cancel));
        await PassTimeAsync(delay);
        ConversationLease later = Assert.Single(await Other.LeaseAsync(Lane, 10, Lease, Cancel));
        Assert.Equal("a1 a2 a3", TextOf(later));
        Assert.Equal([1, 0, 0], later.Events.Select(one => one.Retries));
    }

    [Fact]
    public async Task Finish_RetriedAndNotHeld_PutsOffThatEventOnly()
    {
        await Queue.AppendAsync([Event(One, "a1"), Event(One, "a2")], Cancel);
        ConversationLease lease = Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel));
        TimeSpan delay = TimeSpan.FromMinutes(10);

        await Queue.FinishAsync(
            lease, new() { Done = [lease.Events[1].Sequence], Retried = [new(lease.Events[0].Sequence, delay)] }, Cancel);

        Assert.Empty(await Queue.LeaseAsync(Lane, 10, Lease, Cancel));
        await Other.AppendAsync([Event(One, "a3")], Cancel);
        ConversationLease next = Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel));
        Assert.Equal("a3", TextOf(next));
        await Queue.FinishAsync(next, DoneWith(next), Cancel);
        await PassTimeAsync(delay);

        // One look may find that nothing was due yet, and put the conversation off.
        ConversationLease last = Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel));
        Assert.Equal("a1", TextOf(last));
    }

    [Fact]
    public async Task Renew_Held_OutlivesTheFirstLease()
    {
        await Queue.AppendAsync([Event(One, "a1"), Event(Two, "b1")], Cancel);
        IReadOnlyList<ConversationLease> leases = await Queue.LeaseAsync(Lane, 10, Lease, Cancel);
        await PassTimeAsync(Lease / 2);

        IReadOnlyList<ConversationLease> held = await Queue.RenewAsync(leases, Lease, Cancel);
        await PassTimeAsync(Lease / 2);

        Assert.Equal(leases.ToHashSet(), held.ToHashSet());
        Assert.Empty(await Other.LeaseAsync(Lane, 10, Lease, Cancel));
    }

    [Fact]
    public async Task Renew_SomeLostOrFinished_ReturnsThoseThatAreHeld()
    {
        await Queue.AppendAsync([Event(One, "a1"), Event(Two, "b1")], Cancel);
        IReadOnlyList<ConversationLease> leases = await Queue.LeaseAsync(Lane, 10, Lease, Cancel);
        await Queue.FinishAsync(leases[0], DoneWith(leases[0]), Cancel);

        Assert.Equal([leases[1]], await Queue.RenewAsync(leases, Lease, Cancel));
    }

    [Fact]
    public async Task Wait_SomethingWasStoredSinceTheLastLook_ReturnsAtOnce()
    {
        await Queue.LeaseAsync(Lane, 10, Lease, Cancel);
        await Queue.AppendAsync([Event(One, "a1")], Cancel);

        await Patiently.Wait(Queue.WaitAsync(Lane, TimeSpan.FromDays(1), Cancel).AsTask());
    }

    [Fact]
    public async Task Wait_SomethingIsStored_Ends()
    {
        Task wait = Queue.WaitAsync(Lane, TimeSpan.FromDays(1), Cancel).AsTask();

        await Queue.AppendAsync([Event(One, "a1")], Cancel);

        await Patiently.Wait(wait);
    }

    [Fact]
    public async Task Forget_SomeMentionAText_RemovesTheseAndLeavesTheOthers()
    {
        await Queue.AppendAsync([Event(One, "from 16505551234"), Event(One, "a2"), Event(Two, "16505551234 too")], Cancel);

        await Other.ForgetAsync(["16505551234", "US.1"], Cancel);
        await Other.ForgetAsync(["16505551234"], Cancel);

        LaneDepth depth = Assert.Single(await Queue.MeasureAsync(Cancel));
        Assert.Equal((1, 1), (depth.Events, depth.Conversations));
        Assert.Equal("a2", TextOf(Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel))));
    }

    [Fact]
    public async Task Forget_AllOfAConversationThatIsOwned_LeavesNothingWhenItIsFinished()
    {
        await Queue.AppendAsync([Event(One, "16505551234")], Cancel);
        ConversationLease lease = Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel));

        await Other.ForgetAsync(["16505551234"], Cancel);
        Assert.Equal([lease], await Queue.RenewAsync([lease], Lease, Cancel));
        await Queue.FinishAsync(lease, DoneWith(lease), Cancel);

        Assert.Empty(await Queue.MeasureAsync(Cancel));
        await Other.AppendAsync([Event(One, "a2")], Cancel);
        Assert.Equal("a2", TextOf(Assert.Single(await Queue.LeaseAsync(Lane, 10, Lease, Cancel))));
    }

    [Fact]
    public async Task Measure_SomeWait_CountsThemByLane()
    {
        await Queue.AppendAsync([Event(One, "a1"), Event(One, "a2"), Event(Two, "b1")], Cancel);
        await PassTimeAsync(TimeSpan.FromMinutes(10));
        await Queue.LeaseAsync(Lane, 1, Lease, Cancel);

        LaneDepth depth = Assert.Single(await Other.MeasureAsync(Cancel));

        Assert.Equal((Lane, 3, 2, 1), (depth.Lane, depth.Events, depth.Conversations, depth.Leased));
        Assert.True(depth.Oldest >= TimeSpan.FromMinutes(10), $"{depth.Oldest}");
    }

    [Fact]
    public async Task AppendAndLease_ManyAtOnce_EachEventOnceAndEachConversationInOrder()
    {
        const int Conversations = 20;
        const int Each = 25;
        Guid[] ids = [.. Enumerable.Range(0, Conversations).Select(_ => Guid.NewGuid())];
        Dictionary<Guid, List<string>> seen = ids.ToDictionary(id => id, _ => new List<string>());
        int left = Conversations * Each;

        Task stored = Task.WhenAll(ids.Select(async (id, i) =>
        {
            for (int n = 0; n < Each; n++)
            {
                await (i % 2 == n % 2 ? Queue : Other).AppendAsync([Event(id, $"{n:00}", tenant: i % 4)], Cancel);
            }
        }));
        Task[] consumers = [.. Enumerable.Range(0, 6).Select(async i =>
        {
            IDeliveryQueue queue = i % 2 == 0 ? Queue : Other;
            while (Volatile.Read(ref left) > 0)
            {
                IReadOnlyList<ConversationLease> leases = await queue.LeaseAsync(Lane, 4, Lease, Cancel);
                foreach (ConversationLease lease in leases)
                {
                    // Nobody else has it.
                    seen[lease.Conversation].AddRange(lease.Events.Select(TextOf));
                    await queue.FinishAsync(lease, DoneWith(lease), Cancel);
                    Interlocked.Add(ref left, -lease.Events.Count);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(leases.Count == 0 ? 2 : 0), TimeProvider.System, Cancel);
            }
        })];
        await Patiently.Wait(Task.WhenAll([stored, .. consumers]));

        Assert.All(seen.Values, texts => Assert.Equal(Enumerable.Range(0, Each).Select(n => $"{n:00}"), texts));
    }

    protected static QueuedEvent Event(Guid conversation, string text, long tenant = 7) => new()
    {
        Conversation = conversation,
        Tenant = tenant,
        Lane = Lane,
        EventId = new Guid([.. System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)).Take(16)]),
        EndpointName = "",
        Body = System.Text.Encoding.UTF8.GetBytes(text),
    };

    protected static ConversationOutcome DoneWith(ConversationLease lease) =>
        new() { Done = [.. lease.Events.Select(one => one.Sequence)] };

    protected static string TextOf(ConversationLease lease) => string.Join(' ', lease.Events.Select(TextOf));

    private static string TextOf(LeasedEvent leased) => System.Text.Encoding.UTF8.GetString(leased.Body.Span);
}

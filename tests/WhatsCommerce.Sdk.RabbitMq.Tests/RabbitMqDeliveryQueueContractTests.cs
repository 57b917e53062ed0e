using System.Collections.Concurrent;
using WhatsCommerce.Tests;
using WhatsCommerce.Tests.Processing;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.RabbitMq.Tests;

/// <summary>
/// What every delivery queue must do. Two instances store; one of them has all partitions, so that whoever leases asks that one.
/// </summary>
public sealed class RabbitMqDeliveryQueueContractTests : DeliveryQueueContract
{
    private readonly FakeTimeProvider _time = new();
    private TestBroker? _broker;
    private ReceivedQueue? _queue;

    public override async ValueTask DisposeAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }
    }

    protected override async ValueTask<(IDeliveryQueue Queue, IDeliveryQueue Other)> OpenAsync()
    {
        _broker = TestBroker.Require();
        (RabbitMqDeliveryQueue owner, RabbitMqDeliveryQueue other) = (_broker.Open(time: _time), _broker.Open(time: _time));
        await owner.StartAsync(Cancel);
        await other.StartAsync(Cancel);
        ConcurrentDictionary<DeliveryLane, int> stored = [];
        _queue = new(owner, owner, stored);
        return (_queue, new ReceivedQueue(other, owner, stored));
    }

    /// <summary>What was stored has been received by then: this queue counts the waiting from there.</summary>
    protected override async ValueTask PassTimeAsync(TimeSpan time)
    {
        await _queue!.ReceiveAsync(Cancel);
        _time.Advance(time);
    }

    /// <summary>A queue whose looks find what was stored before: they wait until the owner has received it.</summary>
    private sealed class ReceivedQueue(
        RabbitMqDeliveryQueue storing, RabbitMqDeliveryQueue owner, ConcurrentDictionary<DeliveryLane, int> stored) : IDeliveryQueue
    {
        public async ValueTask AppendAsync(IReadOnlyList<QueuedEvent> events, CancellationToken cancellationToken = default)
        {
            await storing.AppendAsync(events, cancellationToken);
            foreach (IGrouping<DeliveryLane, QueuedEvent> lane in events.GroupBy(one => one.Lane))
            {
                stored.AddOrUpdate(lane.Key, lane.Count(), (_, count) => count + lane.Count());
            }
        }

        public async ValueTask<IReadOnlyList<ConversationLease>> LeaseAsync(
            DeliveryLane lane, int limit, TimeSpan lease, CancellationToken cancellationToken = default)
        {
            await ReceiveAsync(cancellationToken);
            return await owner.LeaseAsync(lane, limit, lease, cancellationToken);
        }

        public ValueTask<IReadOnlyList<ConversationLease>> RenewAsync(
            IReadOnlyList<ConversationLease> leases, TimeSpan lease, CancellationToken cancellationToken = default) =>
            owner.RenewAsync(leases, lease, cancellationToken);

        public ValueTask FinishAsync(
            ConversationLease lease, ConversationOutcome outcome, CancellationToken cancellationToken = default) =>
            owner.FinishAsync(lease, outcome, cancellationToken);

        public ValueTask WaitAsync(DeliveryLane lane, TimeSpan atMost, CancellationToken cancellationToken = default) =>
            owner.WaitAsync(lane, atMost, cancellationToken);

        public async ValueTask ForgetAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
        {
            await ReceiveAsync(cancellationToken);
            await owner.ForgetAsync(texts, cancellationToken);
        }

        public async ValueTask<IReadOnlyList<LaneDepth>> MeasureAsync(CancellationToken cancellationToken = default)
        {
            await ReceiveAsync(cancellationToken);

            // The last words of what is forgotten are looked at and done with, some time.
            IReadOnlyList<LaneDepth> depths = [];
            await Patiently.Until(async () =>
            {
                depths = await owner.MeasureAsync(cancellationToken);
                return depths.All(one => one.Events <= stored.GetValueOrDefault(one.Lane));
            });
            return depths;
        }

        public async Task ReceiveAsync(CancellationToken cancellationToken)
        {
            // From the first look on it has the partitions; one into a lane where nothing was stored takes nothing.
            await owner.LeaseAsync(
                Enum.GetValues<DeliveryLane>().First(lane => !stored.ContainsKey(lane)), 1, Lease, cancellationToken);
            await Patiently.Until(() => stored.All(lane => owner.ReceivedOf(lane.Key) >= lane.Value));
        }
    }
}

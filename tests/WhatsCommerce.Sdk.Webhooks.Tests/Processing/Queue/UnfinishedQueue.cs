using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>A delivery queue that stores nothing of what became of events until the test says so.</summary>
internal sealed class UnfinishedQueue(IDeliveryQueue queue) : IDeliveryQueue
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _asked;

    /// <summary>Gets how many conversations were to be finished.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public void Open() => _open.TrySetResult();

    public ValueTask AppendAsync(IReadOnlyList<QueuedEvent> events, CancellationToken cancellationToken = default) =>
        queue.AppendAsync(events, cancellationToken);

    public ValueTask<IReadOnlyList<ConversationLease>> LeaseAsync(
        DeliveryLane lane, int limit, TimeSpan lease, CancellationToken cancellationToken = default) =>
        queue.LeaseAsync(lane, limit, lease, cancellationToken);

    public ValueTask<IReadOnlyList<ConversationLease>> RenewAsync(
        IReadOnlyList<ConversationLease> leases, TimeSpan lease, CancellationToken cancellationToken = default) =>
        queue.RenewAsync(leases, lease, cancellationToken);

    public async ValueTask FinishAsync(ConversationLease lease, ConversationOutcome outcome, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _asked);
        await _open.Task;
        await queue.FinishAsync(lease, outcome, cancellationToken);
    }

    public ValueTask WaitAsync(DeliveryLane lane, TimeSpan atMost, CancellationToken cancellationToken = default) =>
        queue.WaitAsync(lane, atMost, cancellationToken);

    public ValueTask<IReadOnlyList<LaneDepth>> MeasureAsync(CancellationToken cancellationToken = default) =>
        queue.MeasureAsync(cancellationToken);
}

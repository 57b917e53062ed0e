using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Race;

/// <summary>A store that takes a turn before each operation, and keeps a record of what the outbox completed.</summary>
internal sealed class InterleavedStore(IStorefrontStore inner, Turns turns) : IStorefrontStore
{
    /// <summary>How often each handler was recorded as done with each event.</summary>
    public Dictionary<(string Event, string Handler), int> Completed { get; } = [];

    /// <summary>How often each webhook of the provider was stored with its effect.</summary>
    public Dictionary<string, int> Applied { get; } = [];

    /// <summary>The events in the order in which they were stored.</summary>
    public List<string> Stored { get; } = [];

    public async Task<bool> CommitAsync(StorefrontStep step, CancellationToken cancellationToken = default)
    {
        bool isWritten = await Read(() => inner.CommitAsync(step, cancellationToken)).ConfigureAwait(false);
        if (isWritten)
        {
            foreach (ProviderEvent applied in step.ProviderEvents)
            {
                Applied[applied.Id] = Applied.GetValueOrDefault(applied.Id) + 1;
            }

            Stored.AddRange(step.Outbox.Select(row => row.Event.Id).Distinct(StringComparer.Ordinal));
        }

        return isWritten;
    }

    public Task<Cart?> FindCartAsync(string shopId, CartId id, CancellationToken cancellationToken = default) =>
        Read(() => inner.FindCartAsync(shopId, id, cancellationToken));

    public Task<IReadOnlyList<Cart>> ListLiveCartsAsync(
        string shopId, CustomerKey customer, CancellationToken cancellationToken = default) =>
        Read(() => inner.ListLiveCartsAsync(shopId, customer, cancellationToken));

    public Task<IReadOnlyList<CartId>> ListDueCartsAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        Read(() => inner.ListDueCartsAsync(shopId, now, limit, cancellationToken));

    public Task<Order?> FindOrderAsync(string shopId, OrderId id, CancellationToken cancellationToken = default) =>
        Read(() => inner.FindOrderAsync(shopId, id, cancellationToken));

    public Task<Order?> FindOrderByNumberAsync(string shopId, string number, CancellationToken cancellationToken = default) =>
        Read(() => inner.FindOrderByNumberAsync(shopId, number, cancellationToken));

    public Task<IReadOnlyList<Order>> ListOrdersAsync(
        string shopId, OrderQuery query, CancellationToken cancellationToken = default) =>
        Read(() => inner.ListOrdersAsync(shopId, query, cancellationToken));

    public Task<PaymentAttempt?> FindAttemptAsync(string shopId, AttemptId id, CancellationToken cancellationToken = default) =>
        Read(() => inner.FindAttemptAsync(shopId, id, cancellationToken));

    public Task<AttemptRows?> FindAttemptRowsAsync(string shopId, AttemptId id, CancellationToken cancellationToken = default) =>
        Read(() => inner.FindAttemptRowsAsync(shopId, id, cancellationToken));

    public Task<IReadOnlyList<PaymentAttempt>> ListAttemptsAsync(
        string shopId, OrderId orderId, CancellationToken cancellationToken = default) =>
        Read(() => inner.ListAttemptsAsync(shopId, orderId, cancellationToken));

    public Task<IReadOnlyList<AttemptId>> ListDueAttemptsAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        Read(() => inner.ListDueAttemptsAsync(shopId, now, limit, cancellationToken));

    public Task<Refund?> FindRefundAsync(string shopId, RefundId id, CancellationToken cancellationToken = default) =>
        Read(() => inner.FindRefundAsync(shopId, id, cancellationToken));

    public Task<IReadOnlyList<Refund>> ListRefundsAsync(
        string shopId, OrderId orderId, CancellationToken cancellationToken = default) =>
        Read(() => inner.ListRefundsAsync(shopId, orderId, cancellationToken));

    public Task<IReadOnlyList<RefundId>> ListDueRefundsAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        Read(() => inner.ListDueRefundsAsync(shopId, now, limit, cancellationToken));

    public Task<bool> HasProviderEventAsync(
        string shopId, string provider, string eventId, CancellationToken cancellationToken = default) =>
        Read(() => inner.HasProviderEventAsync(shopId, provider, eventId, cancellationToken));

    public Task<IReadOnlyList<OutboxRow>> ClaimOutboxAsync(
        string shopId, DateTimeOffset now, DateTimeOffset leaseUntil, int limit, CancellationToken cancellationToken = default) =>
        Read(() => inner.ClaimOutboxAsync(shopId, now, leaseUntil, limit, cancellationToken));

    public async Task<bool> UpdateOutboxAsync(OutboxRow row, CancellationToken cancellationToken = default)
    {
        bool isWritten = await Read(() => inner.UpdateOutboxAsync(row, cancellationToken)).ConfigureAwait(false);
        if (isWritten && row.State == OutboxState.Done)
        {
            (string, string) key = (row.Event.Id, row.Handler);
            Completed[key] = Completed.GetValueOrDefault(key) + 1;
        }

        return isWritten;
    }

    public Task<IReadOnlyList<OutboxRow>> ListOutboxAsync(
        string shopId, OutboxState state, int limit, CancellationToken cancellationToken = default) =>
        Read(() => inner.ListOutboxAsync(shopId, state, limit, cancellationToken));

    public async Task MergeCustomersAsync(string shopId, CustomersMerged merged, CancellationToken cancellationToken = default)
    {
        await turns.Turn().ConfigureAwait(false);
        await inner.MergeCustomersAsync(shopId, merged, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> Read<T>(Func<Task<T>> read)
    {
        await turns.Turn().ConfigureAwait(false);
        return await read().ConfigureAwait(false);
    }
}

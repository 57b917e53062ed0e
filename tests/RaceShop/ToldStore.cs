using System.Globalization;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.RaceShop;

/// <summary>The shop's store, and a line on the standard output for each event that a handler has completed.</summary>
internal sealed class ToldStore(IStorefrontStore store) : IStorefrontStore
{
    public async Task<bool> UpdateOutboxAsync(OutboxRow row, CancellationToken cancellationToken = default)
    {
        bool isDone = await store.UpdateOutboxAsync(row, cancellationToken);
        if (isDone && row.State == OutboxState.Done)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"done {row.Event.Id} {row.Handler}"));
        }

        return isDone;
    }

    public Task<bool> CommitAsync(StorefrontStep step, CancellationToken cancellationToken = default) =>
        store.CommitAsync(step, cancellationToken);

    public Task<Cart?> FindCartAsync(string shopId, CartId id, CancellationToken cancellationToken = default) =>
        store.FindCartAsync(shopId, id, cancellationToken);

    public Task<IReadOnlyList<Cart>> ListLiveCartsAsync(
        string shopId, CustomerKey customer, CancellationToken cancellationToken = default) =>
        store.ListLiveCartsAsync(shopId, customer, cancellationToken);

    public Task<IReadOnlyList<CartId>> ListDueCartsAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        store.ListDueCartsAsync(shopId, now, limit, cancellationToken);

    public Task<Order?> FindOrderAsync(string shopId, OrderId id, CancellationToken cancellationToken = default) =>
        store.FindOrderAsync(shopId, id, cancellationToken);

    public Task<Order?> FindOrderByNumberAsync(string shopId, string number, CancellationToken cancellationToken = default) =>
        store.FindOrderByNumberAsync(shopId, number, cancellationToken);

    public Task<IReadOnlyList<Order>> ListOrdersAsync(string shopId, OrderQuery query, CancellationToken cancellationToken = default) =>
        store.ListOrdersAsync(shopId, query, cancellationToken);

    public Task<PaymentAttempt?> FindAttemptAsync(string shopId, AttemptId id, CancellationToken cancellationToken = default) =>
        store.FindAttemptAsync(shopId, id, cancellationToken);

    public Task<IReadOnlyList<PaymentAttempt>> ListAttemptsAsync(
        string shopId, OrderId orderId, CancellationToken cancellationToken = default) =>
        store.ListAttemptsAsync(shopId, orderId, cancellationToken);

    public Task<IReadOnlyList<AttemptId>> ListDueAttemptsAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        store.ListDueAttemptsAsync(shopId, now, limit, cancellationToken);

    public Task<Refund?> FindRefundAsync(string shopId, RefundId id, CancellationToken cancellationToken = default) =>
        store.FindRefundAsync(shopId, id, cancellationToken);

    public Task<IReadOnlyList<Refund>> ListRefundsAsync(string shopId, OrderId orderId, CancellationToken cancellationToken = default) =>
        store.ListRefundsAsync(shopId, orderId, cancellationToken);

    public Task<IReadOnlyList<RefundId>> ListDueRefundsAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        store.ListDueRefundsAsync(shopId, now, limit, cancellationToken);

    public Task<bool> HasProviderEventAsync(
        string shopId, string provider, string eventId, CancellationToken cancellationToken = default) =>
        store.HasProviderEventAsync(shopId, provider, eventId, cancellationToken);

    public Task<IReadOnlyList<OutboxRow>> ClaimOutboxAsync(
        string shopId, DateTimeOffset now, DateTimeOffset leaseUntil, int limit, CancellationToken cancellationToken = default) =>
        store.ClaimOutboxAsync(shopId, now, leaseUntil, limit, cancellationToken);

    public Task<IReadOnlyList<OutboxRow>> ListOutboxAsync(
        string shopId, OutboxState state, int limit, CancellationToken cancellationToken = default) =>
        store.ListOutboxAsync(shopId, state, limit, cancellationToken);

    public Task MergeCustomersAsync(string shopId, CustomersMerged merged, CancellationToken cancellationToken = default) =>
        store.MergeCustomersAsync(shopId, merged, cancellationToken);
}

namespace WhatsCommerce.Storefronts;

/// <summary>Stores carts, orders, payments and the outbox.</summary>
/// <remarks>
/// <para>
/// Each operation is small enough to map to SQL statements: every write is one <see cref="CommitAsync"/>, every read a lookup by key or
/// index, limited to one shop. Money is stored in minor units, times in Unix milliseconds. A completed write must be visible to every later
/// read, from any instance.
/// </para>
/// <para>Without a database the default is <see cref="MemoryStorefrontStore"/>.</para>
/// </remarks>
public interface IStorefrontStore
{
    /// <summary>Writes a step atomically.</summary>
    /// <param name="step">The rows.</param>
    /// <param name="cancellationToken">Cancels the call; the step may have been written nevertheless.</param>
    /// <returns>
    /// <see langword="false"/> if the version of a row does not match, or a row to insert already exists; nothing is written then.
    /// </returns>
    Task<bool> CommitAsync(StorefrontStep step, CancellationToken cancellationToken = default);

    /// <summary>Finds a cart.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="id">The cart.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The cart; <see langword="null"/> if it does not exist.</returns>
    Task<Cart?> FindCartAsync(string shopId, CartId id, CancellationToken cancellationToken = default);

    /// <summary>Finds the carts of a customer that are open or locked, the oldest first.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The carts.</returns>
    Task<IReadOnlyList<Cart>> ListLiveCartsAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default);

    /// <summary>Finds open and locked carts that expired, the earliest first.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="now">Carts that expire at this time or earlier.</param>
    /// <param name="limit">The maximum number of items.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The ids.</returns>
    Task<IReadOnlyList<CartId>> ListDueCartsAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>Finds an order.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="id">The order.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The order; <see langword="null"/> if it does not exist.</returns>
    Task<Order?> FindOrderAsync(string shopId, OrderId id, CancellationToken cancellationToken = default);

    /// <summary>Finds an order by its number.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The order; <see langword="null"/> if it does not exist.</returns>
    Task<Order?> FindOrderByNumberAsync(string shopId, string number, CancellationToken cancellationToken = default);

    /// <summary>Lists orders, the newest first.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="query">The filter.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The orders.</returns>
    Task<IReadOnlyList<Order>> ListOrdersAsync(string shopId, OrderQuery query, CancellationToken cancellationToken = default);

    /// <summary>Finds an attempt.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="id">The attempt.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The attempt; <see langword="null"/> when there is none.</returns>
    Task<PaymentAttempt?> FindAttemptAsync(string shopId, AttemptId id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Finds an attempt with its order and the order's cart. A store that reads them in one query gets a consistent snapshot, and saves two
    /// reads per payment.
    /// </summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="id">The attempt.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The rows; <see langword="null"/> when there is no such attempt.</returns>
    /// <exception cref="InvalidOperationException">The attempt has no order.</exception>
    async Task<AttemptRows?> FindAttemptRowsAsync(string shopId, AttemptId id, CancellationToken cancellationToken = default)
    {
        if (await FindAttemptAsync(shopId, id, cancellationToken).ConfigureAwait(false) is not PaymentAttempt attempt)
        {
            return null;
        }

        Order order = await FindOrderAsync(shopId, attempt.OrderId, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Attempt {id} has no order.");
        Cart? cart = await FindCartAsync(shopId, order.CartId, cancellationToken).ConfigureAwait(false);
        return new AttemptRows { Attempt = attempt, Order = order, Cart = cart };
    }

    /// <summary>Lists the attempts of an order, the oldest first.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The attempts.</returns>
    Task<IReadOnlyList<PaymentAttempt>> ListAttemptsAsync(string shopId, OrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>Finds attempts that are due to be read back by <see cref="PaymentAttempt.CheckAt"/>, earliest first.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="now">Attempts that are due at this time or earlier.</param>
    /// <param name="limit">The maximum number of items.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The ids.</returns>
    Task<IReadOnlyList<AttemptId>> ListDueAttemptsAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>Finds a refund.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="id">The refund.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The refund; <see langword="null"/> when there is none.</returns>
    Task<Refund?> FindRefundAsync(string shopId, RefundId id, CancellationToken cancellationToken = default);

    /// <summary>Lists the refunds of an order, the oldest first.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The refunds.</returns>
    Task<IReadOnlyList<Refund>> ListRefundsAsync(string shopId, OrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>Finds refunds that are due to be read back by <see cref="Refund.CheckAt"/>, earliest first.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="now">Refunds that are due at this time or earlier.</param>
    /// <param name="limit">The maximum number of items.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The ids.</returns>
    Task<IReadOnlyList<RefundId>> ListDueRefundsAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>Determines whether a webhook of a provider was applied.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="provider">The name of the provider.</param>
    /// <param name="eventId">The provider's id of the event.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether a step with it was written.</returns>
    Task<bool> HasProviderEventAsync(string shopId, string provider, string eventId, CancellationToken cancellationToken = default);

    /// <summary>Leases rows of the outbox for a run, and increments their attempts.</summary>
    /// <remarks>
    /// For each customer and handler only the first row that is not done can be leased, if it is waiting, due, and not leased. Dead rows do
    /// not block later ones.
    /// </remarks>
    /// <param name="shopId">The shop.</param>
    /// <param name="now">The time.</param>
    /// <param name="leaseUntil">When the lease expires.</param>
    /// <param name="limit">The maximum number of items.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The rows as stored after the call.</returns>
    Task<IReadOnlyList<OutboxRow>> ClaimOutboxAsync(
        string shopId, DateTimeOffset now, DateTimeOffset leaseUntil, int limit, CancellationToken cancellationToken = default);

    /// <summary>Stores the result of a run.</summary>
    /// <param name="row">The new state of the row, with the version that was leased.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="false"/> when another run has leased the row; nothing is written then.</returns>
    Task<bool> UpdateOutboxAsync(OutboxRow row, CancellationToken cancellationToken = default);

    /// <summary>Lists rows of the outbox, the oldest first.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="state">The state of the rows.</param>
    /// <param name="limit">The maximum number of items.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The rows.</returns>
    Task<IReadOnlyList<OutboxRow>> ListOutboxAsync(
        string shopId, OutboxState state, int limit, CancellationToken cancellationToken = default);

    /// <summary>Moves everything of a customer to the surviving customer, in one transaction. Idempotent.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="merged">The keys.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the work.</returns>
    Task MergeCustomersAsync(string shopId, CustomersMerged merged, CancellationToken cancellationToken = default);
}

namespace WhatsCommerce.Storefronts;

/// <summary>Stores the shop in memory, for development and tests. The default without a database.</summary>
/// <remarks>
/// The data is lost when the process ends, and not shared with other instances. Completed events are kept for seven days, so that
/// redelivered webhooks find them; ended carts and the ids of providers' webhooks are kept for
/// <see cref="MemoryStorefrontStoreOptions.Retention"/>. Orders, payments and refunds are kept as long as the process runs.
/// </remarks>
public sealed class MemoryStorefrontStore : IStorefrontStore, ICustomerRowStore
{
    private readonly Lock _gate = new();
    private readonly Guards _guards;

    private readonly MemoryTable<(string, CartId), Cart> _carts =
        new(row => (row.ShopId, row.Id), row => row.Version, (row, version) => row with { Version = version });

    private readonly MemoryTable<(string, OrderId), Order> _orders =
        new(row => (row.ShopId, row.Id), row => row.Version, (row, version) => row with { Version = version });

    private readonly MemoryTable<(string, AttemptId), PaymentAttempt> _attempts =
        new(row => (row.ShopId, row.Id), row => row.Version, (row, version) => row with { Version = version });

    private readonly MemoryTable<(string, RefundId), Refund> _refunds =
        new(row => (row.ShopId, row.Id), row => row.Version, (row, version) => row with { Version = version });

    private readonly Dictionary<(string, string), OrderId> _numbers = [];
    private readonly HashSet<(string, string, string)> _providerEvents = [];
    private readonly MemoryOutbox _outbox;

    // Ended carts, by the time at which their retention begins.
    private readonly PriorityQueue<(string, CartId), DateTimeOffset> _endedCarts = new();
    private readonly PriorityQueue<(string, string, string), DateTimeOffset> _oldEvents = new();
    private readonly TimeSpan _retention;

    /// <summary>Initializes an empty store.</summary>
    public MemoryStorefrontStore()
        : this(Guards.All) { }

    /// <summary>Initializes an empty store with the specified limits.</summary>
    /// <param name="options">The limits.</param>
    /// <exception cref="ArgumentOutOfRangeException">The retention is negative.</exception>
    public MemoryStorefrontStore(MemoryStorefrontStoreOptions options)
        : this(Guards.All, options) { }

    internal MemoryStorefrontStore(Guards guards, MemoryStorefrontStoreOptions? options = null)
    {
        _guards = guards;
        _retention = (options ?? new MemoryStorefrontStoreOptions()).Retention;
        ArgumentOutOfRangeException.ThrowIfLessThan(_retention, TimeSpan.Zero, nameof(options));
        _outbox = new MemoryOutbox(guards);
    }

    /// <summary>All carts, for tests that check a whole run.</summary>
    internal IEnumerable<Cart> AllCarts => _carts.Rows;

    internal IEnumerable<Order> AllOrders => _orders.Rows;

    internal IEnumerable<PaymentAttempt> AllAttempts => _attempts.Rows;

    /// <inheritdoc/>
    public Task<bool> CommitAsync(StorefrontStep step, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(step);
        cancellationToken.ThrowIfCancellationRequested();
        bool checks = _guards.Has(Guard.RowsChangeFromTheirVersion);
        lock (_gate)
        {
            bool fits = step.Carts.All(row => _carts.Fits(row, checks))
                && step.Orders.All(row => _orders.Fits(row, checks) && IsNumberFree(row))
                && step.Attempts.All(row => _attempts.Fits(row, checks))
                && step.Refunds.All(row => _refunds.Fits(row, checks))
                && step.ProviderEvents.All(row => !_guards.Has(Guard.ProviderEventIsAppliedOnce)
                    || !_providerEvents.Contains((step.ShopId, row.Provider, row.Id)))
                && _outbox.Fits(step.Outbox);
            if (!fits)
            {
                return Task.FromResult(false);
            }

            foreach (Cart cart in step.Carts)
            {
                _carts.Write(cart);
                if (!cart.IsLive)
                {
                    _endedCarts.Enqueue((cart.ShopId, cart.Id), cart.ExpiresAt);
                }
            }

            foreach (Order order in step.Orders)
            {
                _numbers[(order.ShopId, order.Number)] = order.Id;
                _orders.Write(order);
            }

            foreach (PaymentAttempt attempt in step.Attempts)
            {
                _attempts.Write(attempt);
            }

            foreach (Refund refund in step.Refunds)
            {
                _refunds.Write(refund);
            }

            foreach (ProviderEvent applied in step.ProviderEvents)
            {
                _providerEvents.Add((step.ShopId, applied.Provider, applied.Id));
                _oldEvents.Enqueue((step.ShopId, applied.Provider, applied.Id), applied.At);
            }

            _outbox.Add(step.Outbox);
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task<Cart?> FindCartAsync(string shopId, CartId id, CancellationToken cancellationToken = default) =>
        Read(() => _carts.Find((shopId, id)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Cart>> ListLiveCartsAsync(
        string shopId, CustomerKey customer, CancellationToken cancellationToken = default) => Read<IReadOnlyList<Cart>>(() =>
    [
        .. _carts.Rows.Where(row => row.ShopId == shopId && row.Customer == customer && row.IsLive).OrderBy(row => row.CreatedAt),
    ]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CartId>> ListDueCartsAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) => Read<IReadOnlyList<CartId>>(() =>
    [
        .. _carts.Rows.Where(row => row.ShopId == shopId && row.IsLive && row.ExpiresAt <= now)
            .OrderBy(row => row.ExpiresAt).Take(limit).Select(row => row.Id),
    ]);

    /// <inheritdoc/>
    public Task<Order?> FindOrderAsync(string shopId, OrderId id, CancellationToken cancellationToken = default) =>
        Read(() => _orders.Find((shopId, id)));

    /// <inheritdoc/>
    public Task<Order?> FindOrderByNumberAsync(string shopId, string number, CancellationToken cancellationToken = default) =>
        Read(() => _numbers.TryGetValue((shopId, number), out OrderId id) ? _orders.Find((shopId, id)) : null);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Order>> ListOrdersAsync(string shopId, OrderQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Read<IReadOnlyList<Order>>(() =>
        [
            .. _orders.Rows
                .Where(row => row.ShopId == shopId
                    && (query.State is OrderState state ? row.State == state : row.State != OrderState.AwaitingCheckout)
                    && (!query.Customer.HasValue || row.Customer == query.Customer)
                    && (query.Before is not DateTimeOffset before || row.CreatedAt < before))
                .OrderByDescending(row => row.CreatedAt)
                .Take(query.Limit),
        ]);
    }

    /// <inheritdoc/>
    public Task<PaymentAttempt?> FindAttemptAsync(string shopId, AttemptId id, CancellationToken cancellationToken = default) =>
        Read(() => _attempts.Find((shopId, id)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<PaymentAttempt>> ListAttemptsAsync(
        string shopId, OrderId orderId, CancellationToken cancellationToken = default) => Read<IReadOnlyList<PaymentAttempt>>(() =>
    [
        .. _attempts.Rows.Where(row => row.ShopId == shopId && row.OrderId == orderId).OrderBy(row => row.CreatedAt),
    ]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AttemptId>> ListDueAttemptsAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        Read<IReadOnlyList<AttemptId>>(() =>
        [
            .. _attempts.Rows.Where(row => row.ShopId == shopId && row.CheckAt <= now)
                .OrderBy(row => row.CheckAt).Take(limit).Select(row => row.Id),
        ]);

    /// <inheritdoc/>
    public Task<Refund?> FindRefundAsync(string shopId, RefundId id, CancellationToken cancellationToken = default) =>
        Read(() => _refunds.Find((shopId, id)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Refund>> ListRefundsAsync(
        string shopId, OrderId orderId, CancellationToken cancellationToken = default) => Read<IReadOnlyList<Refund>>(() =>
    [
        .. _refunds.Rows.Where(row => row.ShopId == shopId && row.OrderId == orderId).OrderBy(row => row.CreatedAt),
    ]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RefundId>> ListDueRefundsAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) => Read<IReadOnlyList<RefundId>>(() =>
    [
        .. _refunds.Rows.Where(row => row.ShopId == shopId && row.CheckAt <= now)
            .OrderBy(row => row.CheckAt).Take(limit).Select(row => row.Id),
    ]);

    /// <inheritdoc/>
    public Task<bool> HasProviderEventAsync(
        string shopId, string provider, string eventId, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return Task.FromResult(_providerEvents.Contains((shopId, provider, eventId)));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxRow>> ClaimOutboxAsync(
        string shopId, DateTimeOffset now, DateTimeOffset leaseUntil, int limit, CancellationToken cancellationToken = default) =>
        Read(() =>
        {
            Purge(now);
            return _outbox.Claim(shopId, now, leaseUntil, limit);
        });

    /// <inheritdoc/>
    public Task<bool> UpdateOutboxAsync(OutboxRow row, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        cancellationToken.ThrowIfCancellationRequested();
        return Read(() => _outbox.Update(row));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxRow>> ListOutboxAsync(
        string shopId, OutboxState state, int limit, CancellationToken cancellationToken = default) =>
        Read(() => _outbox.List(shopId, state, limit));

    /// <inheritdoc/>
    public Task MergeCustomersAsync(string shopId, CustomersMerged merged, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(merged);
        lock (_gate)
        {
            foreach (Cart cart in _carts.Rows.Where(row => row.ShopId == shopId && row.Customer == merged.Merged).ToArray())
            {
                _carts.Write(cart with { Customer = merged.Survivor });
            }

            foreach (Order order in _orders.Rows.Where(row => row.ShopId == shopId && row.Customer == merged.Merged).ToArray())
            {
                _orders.Write(order with { Customer = merged.Survivor });
            }

            _outbox.Merge(shopId, merged);
        }

        return Task.CompletedTask;
    }

    Task<CustomerRows> ICustomerRowStore.ReadAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken) => Read(() =>
    {
        Order[] orders = [.. _orders.Rows.Where(row => row.ShopId == shopId && row.Customer == customer)];
        HashSet<OrderId> ids = [.. orders.Select(order => order.Id)];
        return new CustomerRows
        {
            Carts = [.. _carts.Rows.Where(row => row.ShopId == shopId && row.Customer == customer)],
            Orders = orders,
            Attempts = [.. _attempts.Rows.Where(row => row.ShopId == shopId && ids.Contains(row.OrderId))],
            Refunds = [.. _refunds.Rows.Where(row => row.ShopId == shopId && ids.Contains(row.OrderId))],
            Events = _outbox.Of(shopId, customer),
        };
    });

    Task ICustomerRowStore.RemoveEventsAsync(
        string shopId, CustomerKey customer, IReadOnlyList<string> addresses, CancellationToken cancellationToken) => Read(() =>
    {
        _outbox.Remove(_outbox.Of(shopId, customer));
        return true;
    });

    private void Purge(DateTimeOffset now)
    {
        while (_endedCarts.TryPeek(out (string, CartId) cart, out DateTimeOffset expired) && expired + _retention < now)
        {
            _endedCarts.Dequeue();
            if (_carts.Find(cart) is { IsLive: false } ended)
            {
                _carts.Remove(ended);
            }
        }

        while (_oldEvents.TryPeek(out (string, string, string) applied, out DateTimeOffset at) && at + _retention < now)
        {
            _oldEvents.Dequeue();
            _providerEvents.Remove(applied);
        }
    }

    private bool IsNumberFree(Order order) =>
        !_numbers.TryGetValue((order.ShopId, order.Number), out OrderId owner) || owner == order.Id;

    private Task<T> Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            return Task.FromResult(read());
        }
    }
}

namespace WhatsCommerce.Storefronts;

/// <summary>Stores the shop in a database: each step is one transaction, which includes the completion of its webhook.</summary>
internal sealed class SqlStorefrontStore : IStorefrontStore
{
    private static readonly TimeSpan EventRetention = TimeSpan.FromDays(7);
    private static readonly TimeSpan ProviderEventRetention = TimeSpan.FromDays(30);
    private static readonly TimeSpan PurgeInterval = TimeSpan.FromMinutes(10);

    private readonly WhatsCommerceDatabase _database;
    private readonly WebhookCommit _commit;
    private readonly ShopRows _rows;
    private readonly ShopQueries _queries;
    private readonly OutboxStatements _outbox;
    private readonly DatabaseReadiness _readiness;
    private long _purgedAt;

    public SqlStorefrontStore(WhatsCommerceDatabase database, IWebhookStore? webhooks, DatabaseReadiness readiness)
    {
        _database = database;
        _commit = new WebhookCommit(database, webhooks, readiness);
        _rows = new ShopRows(database);
        _queries = new ShopQueries(database, _rows);
        _outbox = new OutboxStatements(database);
        _readiness = readiness;
    }

    public async Task<bool> CommitAsync(StorefrontStep step, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(step);

        // All steps lock rows in the same order, which prevents deadlocks.
        List<DatabaseStatement> statements =
        [
            .. step.Carts.OrderBy(row => row.Id.Value, StringComparer.Ordinal).Select(_rows.Of),
            .. step.Orders.OrderBy(row => row.Id.Value, StringComparer.Ordinal).Select(_rows.Of),
            .. step.Attempts.OrderBy(row => row.Id.Value, StringComparer.Ordinal).Select(_rows.Of),
            .. step.Refunds.OrderBy(row => row.Id.Value, StringComparer.Ordinal).Select(_rows.Of),
            .. step.ProviderEvents.Select(row => _rows.Of(step.ShopId, row)),
            .. step.Outbox.Select(_outbox.Insert),
        ];
        return await _commit.WriteAsync(statements, step.Webhook, cancellationToken).ConfigureAwait(false);
    }

    public Task<Cart?> FindCartAsync(string shopId, CartId id, CancellationToken cancellationToken = default) =>
        FindAsync(_queries.Cart(shopId, id), ShopRows.ReadCart, cancellationToken);

    public Task<IReadOnlyList<Cart>> ListLiveCartsAsync(
        string shopId, CustomerKey customer, CancellationToken cancellationToken = default) =>
        ListAsync(_queries.LiveCarts(shopId, customer), ShopRows.ReadCart, cancellationToken);

    public Task<IReadOnlyList<CartId>> ListDueCartsAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        ListAsync<CartId>(_queries.DueCarts(shopId, now, limit), static row => row.GetString(0), cancellationToken);

    public Task<Order?> FindOrderAsync(string shopId, OrderId id, CancellationToken cancellationToken = default) =>
        FindAsync(_queries.Order(shopId, id), ShopRows.ReadOrder, cancellationToken);

    public Task<Order?> FindOrderByNumberAsync(string shopId, string number, CancellationToken cancellationToken = default) =>
        FindAsync(_queries.OrderByNumber(shopId, number), ShopRows.ReadOrder, cancellationToken);

    public Task<IReadOnlyList<Order>> ListOrdersAsync(string shopId, OrderQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ListAsync(_queries.Orders(shopId, query), ShopRows.ReadOrder, cancellationToken);
    }

    public Task<PaymentAttempt?> FindAttemptAsync(string shopId, AttemptId id, CancellationToken cancellationToken = default) =>
        FindAsync(_queries.Attempt(shopId, id), ShopRows.ReadAttempt, cancellationToken);

    public Task<AttemptRows?> FindAttemptRowsAsync(string shopId, AttemptId id, CancellationToken cancellationToken = default) =>
        FindAsync(_queries.AttemptRows(shopId, id), ShopRows.ReadAttemptRows, cancellationToken);

    public Task<IReadOnlyList<PaymentAttempt>> ListAttemptsAsync(
        string shopId, OrderId orderId, CancellationToken cancellationToken = default) =>
        ListAsync(_queries.Attempts(shopId, orderId), ShopRows.ReadAttempt, cancellationToken);

    public Task<IReadOnlyList<AttemptId>> ListDueAttemptsAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        ListAsync<AttemptId>(_queries.DueAttempts(shopId, now, limit), static row => row.GetString(0), cancellationToken);

    public Task<Refund?> FindRefundAsync(string shopId, RefundId id, CancellationToken cancellationToken = default) =>
        FindAsync(_queries.Refund(shopId, id), ShopRows.ReadRefund, cancellationToken);

    public Task<IReadOnlyList<Refund>> ListRefundsAsync(
        string shopId, OrderId orderId, CancellationToken cancellationToken = default) =>
        ListAsync(_queries.Refunds(shopId, orderId), ShopRows.ReadRefund, cancellationToken);

    public Task<IReadOnlyList<RefundId>> ListDueRefundsAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        ListAsync<RefundId>(_queries.DueRefunds(shopId, now, limit), static row => row.GetString(0), cancellationToken);

    public async Task<bool> HasProviderEventAsync(
        string shopId, string provider, string eventId, CancellationToken cancellationToken = default) =>
        (await ListAsync(_queries.ProviderEvent(shopId, provider, eventId), static _ => true, cancellationToken)
            .ConfigureAwait(false)).Count > 0;

    public async Task<IReadOnlyList<OutboxRow>> ClaimOutboxAsync(
        string shopId, DateTimeOffset now, DateTimeOffset leaseUntil, int limit, CancellationToken cancellationToken = default)
    {
        await PurgeWhenDueAsync(now, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<OutboxRow> rows = await ListAsync(
            _outbox.Claim(shopId, now, leaseUntil, limit), OutboxStatements.Read, cancellationToken).ConfigureAwait(false);
        return [.. rows.OrderBy(row => row.Sequence)];
    }

    public async Task<bool> UpdateOutboxAsync(OutboxRow row, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        return await WriteAsync([_outbox.Update(row)], cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<OutboxRow>> ListOutboxAsync(
        string shopId, OutboxState state, int limit, CancellationToken cancellationToken = default) =>
        ListAsync(_outbox.List(shopId, state, limit), OutboxStatements.Read, cancellationToken);

    public Task MergeCustomersAsync(string shopId, CustomersMerged merged, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(merged);
        return WriteAsync(
            [
                .. Has(ShopTables.Carts) ? [_queries.MergeCarts(shopId, merged)] : (DatabaseStatement[])[],
                .. Has(ShopTables.Checkout) ? [_queries.MergeOrders(shopId, merged)] : (DatabaseStatement[])[],
                _queries.MergeEvents(shopId, merged),
            ],
            cancellationToken);
    }

    private bool Has(DatabaseComponent component) => _database.Components.Contains(component);

    /// <summary>Deletes old completed rows of all shops, whichever shop calls it.</summary>
    private async Task PurgeWhenDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        long last = Volatile.Read(ref _purgedAt);
        long time = now.ToUnixTimeMilliseconds();
        if (time - last < PurgeInterval.TotalMilliseconds || Interlocked.CompareExchange(ref _purgedAt, time, last) != last)
        {
            return;
        }

        await WriteAsync(
            [
                _outbox.Purge(now - EventRetention),
                .. Has(ShopTables.Checkout)
                    ? [_queries.PurgeProviderEvents(now - ProviderEventRetention)]
                    : (DatabaseStatement[])[],
            ],
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> WriteAsync(IReadOnlyList<DatabaseStatement> statements, CancellationToken cancellationToken)
    {
        await _readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await _database.WriteAsync(statements, cancellationToken).ConfigureAwait(false) == WhatsCommerceDatabase.Written;
    }

    private async Task<T?> FindAsync<T>(
        DatabaseStatement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class => await ListAsync(statement, read, cancellationToken).ConfigureAwait(false) is [T row] ? row : null;

    private async Task<IReadOnlyList<T>> ListAsync<T>(
        DatabaseStatement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await _readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await _database.ReadAsync(statement, read, cancellationToken).ConfigureAwait(false);
    }
}

namespace WhatsCommerce.Storefronts;

/// <summary>The rows of one customer in a database; empty for modules that were not added.</summary>
internal sealed class SqlCustomerRows(WhatsCommerceDatabase database, DatabaseReadiness readiness) : ICustomerRowStore
{
    private readonly ShopRows _rows = new(database);
    private readonly OutboxStatements _outbox = new(database);

    public async Task<CustomerRows> ReadAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken)
    {
        bool hasCarts = database.Components.Contains(ShopTables.Carts);
        bool hasOrders = database.Components.Contains(ShopTables.Checkout);
        string ofOrders = $"""
            and order_id in (select id from {database.Table(ShopTables.OrdersTable)} where shop_id = $1 and customer = $2)
            """;
        return new CustomerRows
        {
            Carts = hasCarts ? await ListAsync(_rows.Carts.All + " and customer = $2", ShopRows.ReadCart).ConfigureAwait(false) : [],
            Orders = hasOrders ? await ListAsync(_rows.Orders.All + " and customer = $2", ShopRows.ReadOrder).ConfigureAwait(false) : [],
            Attempts = hasOrders
                ? await ListAsync($"{_rows.Attempts.All} {ofOrders}", ShopRows.ReadAttempt).ConfigureAwait(false)
                : [],
            Refunds = hasOrders ? await ListAsync($"{_rows.Refunds.All} {ofOrders}", ShopRows.ReadRefund).ConfigureAwait(false) : [],
            Events = await ListAsync(_outbox.OfCustomer, OutboxStatements.Read).ConfigureAwait(false),
        };

        async Task<IReadOnlyList<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read)
        {
            await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
            return await database.ReadAsync(new DatabaseStatement(sql, shopId, customer.ToString()), read, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    public async Task RemoveEventsAsync(
        string shopId, CustomerKey customer, IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await database.WriteAsync(
            [
                _outbox.RemoveOfCustomer(shopId, customer),
                .. addresses.Select(address => _outbox.RemoveMentioning(shopId, address)),
            ],
            cancellationToken).ConfigureAwait(false);
    }
}

namespace WhatsCommerce.Storefronts;

/// <summary>The queries about carts, orders, attempts and refunds. The shop is $1.</summary>
internal sealed class ShopQueries(WhatsCommerceDatabase database, ShopRows rows)
{
    public DatabaseStatement Cart(string shopId, CartId id) => new(rows.Carts.Find, shopId, StoredWord.Clean(id.ToString()));

    public DatabaseStatement LiveCarts(string shopId, CustomerKey customer) =>
        new(_liveCarts, shopId, customer.ToString());

    public DatabaseStatement DueCarts(string shopId, DateTimeOffset now, int limit) => Due(_dueCarts, shopId, now, limit);

    public DatabaseStatement Order(string shopId, OrderId id) => new(rows.Orders.Find, shopId, StoredWord.Clean(id.ToString()));

    public DatabaseStatement OrderByNumber(string shopId, string number) => new(_orderByNumber, shopId, StoredWord.Clean(number));

    public DatabaseStatement Orders(string shopId, OrderQuery query)
    {
        // One statement per set of conditions, so that each uses its index.
        List<DatabaseValue> values = [shopId, (long?)query.Limit];
        string sql = rows.Orders.All + (query.State is OrderState state
            ? $" and state = ${Next(StoredWord.Of(state))}"
            : " and state <> 'awaiting_checkout'");
        if (query.Customer.HasValue)
        {
            sql += $" and customer = ${Next(query.Customer.Value)}";
        }

        if (query.Before is not null)
        {
            sql += $" and created_at < ${Next(query.Before)}";
        }

        return new(sql + " order by created_at desc, id desc limit $2", [.. values]);

        string Next(DatabaseValue value)
        {
            values.Add(value);
            return values.Count.ToString(CultureInfo.InvariantCulture);
        }
    }

    public DatabaseStatement Attempt(string shopId, AttemptId id) => new(rows.Attempts.Find, shopId, StoredWord.Clean(id.ToString()));

    public DatabaseStatement AttemptRows(string shopId, AttemptId id) => new(_attemptRows, shopId, StoredWord.Clean(id.ToString()));

    public DatabaseStatement Attempts(string shopId, OrderId id) => new(_attempts, shopId, StoredWord.Clean(id.ToString()));

    public DatabaseStatement DueAttempts(string shopId, DateTimeOffset now, int limit) => Due(_dueAttempts, shopId, now, limit);

    public DatabaseStatement Refund(string shopId, RefundId id) => new(rows.Refunds.Find, shopId, StoredWord.Clean(id.ToString()));

    public DatabaseStatement Refunds(string shopId, OrderId id) => new(_refunds, shopId, StoredWord.Clean(id.ToString()));

    public DatabaseStatement DueRefunds(string shopId, DateTimeOffset now, int limit) => Due(_dueRefunds, shopId, now, limit);

    public DatabaseStatement ProviderEvent(string shopId, string provider, string id) =>
        new(_providerEvent, shopId, StoredWord.Clean(provider), StoredWord.Clean(id));

    /// <summary>Of all shops.</summary>
    public DatabaseStatement PurgeProviderEvents(DateTimeOffset before) => new(_purgeProviderEvents, (DateTimeOffset?)before);

    public DatabaseStatement MergeCarts(string shopId, CustomersMerged merged) => Merge(_mergeCarts, shopId, merged);

    public DatabaseStatement MergeOrders(string shopId, CustomersMerged merged) => Merge(_mergeOrders, shopId, merged);

    public DatabaseStatement MergeEvents(string shopId, CustomersMerged merged) => Merge(_mergeEvents, shopId, merged);

    private readonly string _liveCarts =
        $"{rows.Carts.All} and customer = $2 and state in ('open', 'locked') order by created_at, id";

    private readonly string _dueCarts = $"""
        select id from {database.Table(ShopTables.CartsTable)}
        where shop_id = $1 and state in ('open', 'locked') and expires_at <= $2 order by expires_at limit $3
        """;

    private readonly string _orderByNumber = $"{rows.Orders.All} and number = $2";

    private readonly string _attemptRows = $"""
        select a.version, a.data, o.version, o.data, o.customer, c.version, c.data, c.customer
        from {database.Table(ShopTables.AttemptsTable)} a
        left join {database.Table(ShopTables.OrdersTable)} o on o.shop_id = a.shop_id and o.id = a.order_id
        left join {database.Table(ShopTables.CartsTable)} c on c.shop_id = o.shop_id and c.id = o.cart_id
        where a.shop_id = $1 and a.id = $2
        """;

    private readonly string _attempts = $"{rows.Attempts.All} and order_id = $2 order by created_at, id";

    private readonly string _dueAttempts = DueBy(database, ShopTables.AttemptsTable);

    private readonly string _refunds = $"{rows.Refunds.All} and order_id = $2 order by created_at, id";

    private readonly string _dueRefunds = DueBy(database, ShopTables.RefundsTable);

    private readonly string _providerEvent = $"""
        select 1 from {database.Table(ShopTables.ProviderEventsTable)} where shop_id = $1 and provider = $2 and id = $3
        """;

    private readonly string _purgeProviderEvents =
        $"delete from {database.Table(ShopTables.ProviderEventsTable)} where applied_at < $1";

    // The version is incremented, so that rows read before the merge cannot be written back with the old key; leases of events are not
    // affected.
    private readonly string _mergeCarts = $"{MergeIn(database, ShopTables.CartsTable, ", version = version + 1")}";

    private readonly string _mergeOrders = $"{MergeIn(database, ShopTables.OrdersTable, ", version = version + 1")}";

    private readonly string _mergeEvents = $"{MergeIn(database, ShopTables.OutboxTable, "")} and state <> 'done'";

    private static string DueBy(WhatsCommerceDatabase database, string table) =>
        $"select id from {database.Table(table)} where shop_id = $1 and check_at <= $2 order by check_at limit $3";

    private static string MergeIn(WhatsCommerceDatabase database, string table, string more) =>
        $"update {database.Table(table)} set customer = $2{more} where shop_id = $1 and customer = $3";

    private static DatabaseStatement Due(string sql, string shopId, DateTimeOffset now, int limit) =>
        new(sql, shopId, (DateTimeOffset?)now, (long?)limit);

    private static DatabaseStatement Merge(string sql, string shopId, CustomersMerged merged) =>
        new(sql, shopId, merged.Survivor.ToString(), merged.Merged.ToString());
}

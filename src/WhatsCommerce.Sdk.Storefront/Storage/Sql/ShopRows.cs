namespace WhatsCommerce.Storefronts;

/// <summary>Maps rows of the shop to statements and back.</summary>
internal sealed class ShopRows(WhatsCommerceDatabase database)
{
    public RowStatements Carts { get; } = new(
        database, ShopTables.CartsTable, "customer", "state", "order_id", "replaced_by", "created_at", "expires_at", "data");

    public RowStatements Orders { get; } = new(
        database,
        ShopTables.OrdersTable,
        "number",
        "cart_id",
        "customer",
        "state",
        "payment",
        "currency",
        "total",
        "paid",
        "refunded",
        "attempt_id",
        "review_reason",
        "created_at",
        "placed_at",
        "data");

    public RowStatements Attempts { get; } = new(
        database,
        ShopTables.AttemptsTable,
        "order_id",
        "provider",
        "provider_reference",
        "state",
        "currency",
        "amount",
        "created_at",
        "expires_at",
        "check_at",
        "data");

    public RowStatements Refunds { get; } = new(
        database,
        ShopTables.RefundsTable,
        "order_id",
        "attempt_id",
        "provider_reference",
        "state",
        "currency",
        "amount",
        "created_at",
        "check_at",
        "data");

    public string InsertProviderEvent { get; } = $"""
        insert into {database.Table(ShopTables.ProviderEventsTable)} (shop_id, provider, id, applied_at) values ($1, $2, $3, $4)
        """;

    public DatabaseStatement Of(Cart cart) => Carts.Write(
        cart.ShopId,
        cart.Id.Value!,
        cart.Version,
        cart.Customer.ToString(),
        StoredWord.Of(cart.State),
        cart.OrderId.Value,
        cart.ReplacedBy.Value,
        (DateTimeOffset?)cart.CreatedAt,
        (DateTimeOffset?)cart.ExpiresAt,
        Json(cart));

    public DatabaseStatement Of(Order order) => Orders.Write(
        order.ShopId,
        order.Id.Value!,
        order.Version,
        StoredWord.Clean(order.Number),
        order.CartId.Value,
        order.Customer.ToString(),
        StoredWord.Of(order.State),
        StoredWord.Of(order.Payment),
        order.Quote.Currency.Code,
        MinorUnits.Of(order.Quote.Total),
        MinorUnits.Of(order.Paid),
        MinorUnits.Of(order.Refunded),
        order.AttemptId.Value,
        order.ReviewReason is ReviewReason reason ? StoredWord.Of(reason) : (string?)null,
        (DateTimeOffset?)order.CreatedAt,
        order.PlacedAt,
        Json(order));

    public DatabaseStatement Of(PaymentAttempt attempt) => Attempts.Write(
        attempt.ShopId,
        attempt.Id.Value!,
        attempt.Version,
        attempt.OrderId.ToString(),
        StoredWord.Clean(attempt.Provider),
        StoredWord.Clean(attempt.ProviderReference),
        StoredWord.Of(attempt.State),
        attempt.Amount.Currency.Code,
        MinorUnits.Of(attempt.Amount),
        (DateTimeOffset?)attempt.CreatedAt,
        (DateTimeOffset?)attempt.ExpiresAt,
        attempt.CheckAt,
        Json(attempt));

    public DatabaseStatement Of(Refund refund) => Refunds.Write(
        refund.ShopId,
        refund.Id.Value!,
        refund.Version,
        refund.OrderId.ToString(),
        refund.AttemptId.Value,
        StoredWord.Clean(refund.ProviderReference),
        StoredWord.Of(refund.State),
        refund.Amount.Currency.Code,
        MinorUnits.Of(refund.Amount),
        (DateTimeOffset?)refund.CreatedAt,
        refund.CheckAt,
        Json(refund));

    public DatabaseStatement Of(string shopId, ProviderEvent applied) => new(
        InsertProviderEvent, shopId, StoredWord.Clean(applied.Provider), StoredWord.Clean(applied.Id), (DateTimeOffset?)applied.At);

    // The customer is read from its column, because merging customers does not update the JSON data.

    public static Cart ReadCart(DbDataReader row) => ReadCart(row, 0);

    public static Order ReadOrder(DbDataReader row) => ReadOrder(row, 0);

    public static PaymentAttempt ReadAttempt(DbDataReader row) => Read<PaymentAttempt>(row, 0) with { Version = row.GetInt64(0) };

    public static Refund ReadRefund(DbDataReader row) => Read<Refund>(row, 0) with { Version = row.GetInt64(0) };

    /// <summary>Reads an attempt, its order and its cart, as <see cref="ShopQueries.AttemptRows"/> selects them.</summary>
    public static AttemptRows ReadAttemptRows(DbDataReader row)
    {
        const int Order = 2;
        const int Cart = 5;
        PaymentAttempt attempt = ReadAttempt(row);
        return new AttemptRows
        {
            Attempt = attempt,
            Order = row.IsDBNull(Order)
                ? throw new InvalidOperationException($"Attempt {attempt.Id} has no order.")
                : ReadOrder(row, Order),
            Cart = row.IsDBNull(Cart) ? null : ReadCart(row, Cart),
        };
    }

    private static Cart ReadCart(DbDataReader row, int first) =>
        Read<Cart>(row, first) with { Version = row.GetInt64(first), Customer = Customer(row, first) };

    private static Order ReadOrder(DbDataReader row, int first) =>
        Read<Order>(row, first) with { Version = row.GetInt64(first), Customer = Customer(row, first) };

    private static CustomerKey Customer(DbDataReader row, int first) => new(row.GetString(first + 2));

    private static T Read<T>(DbDataReader row, int first) =>
        JsonSerializer.Deserialize(row.GetString(first + 1), StoredJson.Of<T>())!;

    private static string Json<T>(T row) => JsonSerializer.Serialize(row, StoredJson.Of<T>());
}

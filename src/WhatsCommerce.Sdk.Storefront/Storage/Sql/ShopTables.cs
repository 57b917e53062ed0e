namespace WhatsCommerce.Storefronts;

/// <summary>The tables of a shop, by module: a module that was not added creates none.</summary>
/// <remarks>
/// They are documented in <c>docs/tables.md</c>. Times are Unix milliseconds, money is in minor units of the row's currency. Values that
/// statements search, join or update have their own columns; <c>data</c> contains the whole row as JSON.
/// </remarks>
internal static class ShopTables
{
    /// <summary>The events: every module has some.</summary>
    public static DatabaseComponent Events { get; } = new("storefront_events", MakeEvents, PurgeEventsOfAllShops);

    /// <summary>The leases of shared background work; used in PostgreSQL, which several instances share.</summary>
    public static DatabaseComponent Works { get; } = new("storefront_works", MakeWorks);

    public static DatabaseComponent Carts { get; } = new("storefront_carts", MakeCarts);
    public static DatabaseComponent Checkout { get; } = new("storefront_checkout", MakeCheckout, PurgeProviderEventsOfAllShops);

    public const string WorksTable = "shop_works";
    public const string CartsTable = "shop_carts";
    public const string OrdersTable = "shop_orders";
    public const string AttemptsTable = "shop_attempts";
    public const string RefundsTable = "shop_refunds";
    public const string ProviderEventsTable = "shop_provider_events";
    public const string OutboxTable = "shop_outbox";

    private static string MakeEvents(WhatsCommerceDatabase database) => $"""
        create table {database.Table(OutboxTable)} (
            sequence {Sequence(database)},
            shop_id text not null,
            event_id text not null,
            handler text not null,
            customer text not null,
            event text not null,
            occurred_at {Number(database)} not null,
            state text not null check (state in ('waiting', 'done', 'dead')),
            attempts {Number(database)} not null,
            due_at {Number(database)} not null,
            lease_until {Number(database)},
            error text,
            version {Number(database)} not null,
            data {Json(database)} not null,
            unique (shop_id, event_id, handler)
        );
        create index {database.Index("shop_outbox_waiting")} on {database.Table(OutboxTable)} (shop_id, sequence) where state = 'waiting';
        create index {database.Index("shop_outbox_lanes")} on {database.Table(OutboxTable)} (shop_id, customer, handler, sequence)
            where state = 'waiting';
        create index {database.Index("shop_outbox_dead")} on {database.Table(OutboxTable)} (shop_id, sequence) where state = 'dead';
        create index {database.Index("shop_outbox_done")} on {database.Table(OutboxTable)} (shop_id, occurred_at) where state = 'done';
        """;

    private static string MakeWorks(WhatsCommerceDatabase database) => $"""
        create table {database.Table(WorksTable)} (
            shop_id text not null,
            work text not null,
            owner {(database.Dialect == DatabaseDialect.PostgreSql ? "uuid" : "blob")},
            ready_at {Number(database)} not null,
            primary key (shop_id, work)
        ){(database.Dialect == DatabaseDialect.PostgreSql ? " with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02)" : "")};
        """;

    // Old rows are deleted for all shops together, only by their age. An index is dropped with its schema, like a table.
    private static string PurgeEventsOfAllShops(WhatsCommerceDatabase database) => $"""
        drop index {database.Table("shop_outbox_done")};
        create index {database.Index("shop_outbox_done_at")} on {database.Table(OutboxTable)} (occurred_at) where state = 'done';
        """;

    private static string PurgeProviderEventsOfAllShops(WhatsCommerceDatabase database) => $"""
        drop index {database.Table("shop_provider_events_applied_at")};
        create index {database.Index("shop_provider_events_old")} on {database.Table(ProviderEventsTable)} (applied_at);
        """;

    private static string MakeCarts(WhatsCommerceDatabase database) => $"""
        create table {database.Table(CartsTable)} (
            shop_id text not null,
            id text not null,
            customer text not null,
            state text not null,
            order_id text,
            replaced_by text,
            created_at {Number(database)} not null,
            expires_at {Number(database)} not null,
            version {Number(database)} not null,
            data {Json(database)} not null,
            primary key (shop_id, id)
        );
        create index {database.Index("shop_carts_customer")} on {database.Table(CartsTable)} (shop_id, customer);
        create index {database.Index("shop_carts_live")} on {database.Table(CartsTable)} (shop_id, expires_at)
            where state in ('open', 'locked');
        """;

    private static string MakeCheckout(WhatsCommerceDatabase database) => $"""
        create table {database.Table(OrdersTable)} (
            shop_id text not null,
            id text not null,
            number text not null,
            cart_id text,
            customer text not null,
            state text not null,
            payment text not null,
            currency text,
            total {Number(database)},
            paid {Number(database)},
            refunded {Number(database)},
            attempt_id text,
            review_reason text,
            created_at {Number(database)} not null,
            placed_at {Number(database)},
            version {Number(database)} not null,
            data {Json(database)} not null,
            primary key (shop_id, id),
            unique (shop_id, number)
        );
        create index {database.Index("shop_orders_created_at")} on {database.Table(OrdersTable)} (shop_id, created_at);
        create index {database.Index("shop_orders_customer")} on {database.Table(OrdersTable)} (shop_id, customer, created_at);
        create table {database.Table(AttemptsTable)} (
            shop_id text not null,
            id text not null,
            order_id text not null,
            provider text not null,
            provider_reference text,
            state text not null,
            currency text,
            amount {Number(database)},
            created_at {Number(database)} not null,
            expires_at {Number(database)} not null,
            check_at {Number(database)},
            version {Number(database)} not null,
            data {Json(database)} not null,
            primary key (shop_id, id)
        );
        create index {database.Index("shop_attempts_order")} on {database.Table(AttemptsTable)} (shop_id, order_id);
        create index {database.Index("shop_attempts_due")} on {database.Table(AttemptsTable)} (shop_id, check_at)
            where check_at is not null;
        create table {database.Table(RefundsTable)} (
            shop_id text not null,
            id text not null,
            order_id text not null,
            attempt_id text,
            provider_reference text,
            state text not null,
            currency text,
            amount {Number(database)},
            created_at {Number(database)} not null,
            check_at {Number(database)},
            version {Number(database)} not null,
            data {Json(database)} not null,
            primary key (shop_id, id)
        );
        create index {database.Index("shop_refunds_order")} on {database.Table(RefundsTable)} (shop_id, order_id);
        create index {database.Index("shop_refunds_due")} on {database.Table(RefundsTable)} (shop_id, check_at) where check_at is not null;
        create table {database.Table(ProviderEventsTable)} (
            shop_id text not null,
            provider text not null,
            id text not null,
            applied_at {Number(database)} not null,
            primary key (shop_id, provider, id)
        );
        create index {database.Index("shop_provider_events_applied_at")} on {database.Table(ProviderEventsTable)} (shop_id, applied_at);
        """;

    public static string Number(WhatsCommerceDatabase database) =>
        database.Dialect == DatabaseDialect.PostgreSql ? "bigint" : "integer";

    // The type json, not jsonb, because a customer's text may contain U+0000, which PostgreSQL's jsonb rejects.
    public static string Json(WhatsCommerceDatabase database) => database.Dialect == DatabaseDialect.PostgreSql ? "json" : "text";

    public static string Sequence(WhatsCommerceDatabase database) => database.Dialect == DatabaseDialect.PostgreSql
        ? "bigint generated by default as identity primary key"
        : "integer primary key autoincrement";
}

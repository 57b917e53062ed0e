namespace WhatsCommerce.Storefronts;

/// <summary>The tables of the reminders, documented in <c>docs/tables.md</c>.</summary>
internal static class RecoveryTables
{
    public static DatabaseComponent Recovery { get; } = new("storefront_recovery", Make);

    public const string Settings = "shop_recovery_settings";
    public const string Sequences = "shop_recoveries";
    public const string Reminders = "shop_reminders";
    public const string Customers = "shop_recovery_customers";

    /// <summary>The index for finding due sequences.</summary>
    public const string DueIndex = "shop_recoveries_due";

    private static string Make(WhatsCommerceDatabase database) => $"""
        create table {database.Table(Settings)} (
            shop_id text not null,
            id text not null,
            version {ShopTables.Number(database)} not null,
            data {ShopTables.Json(database)} not null,
            primary key (shop_id, id)
        );
        create table {database.Table(Sequences)} (
            shop_id text not null,
            id text not null,
            customer text not null,
            state text not null,
            step text not null,
            opened_at {ShopTables.Number(database)} not null,
            due_at {ShopTables.Number(database)},
            claimed_until {ShopTables.Number(database)},
            held_out {ShopTables.Number(database)} not null,
            reminded_at {ShopTables.Number(database)},
            paid_at {ShopTables.Number(database)},
            currency text,
            revenue {ShopTables.Number(database)},
            version {ShopTables.Number(database)} not null,
            data {ShopTables.Json(database)} not null,
            primary key (shop_id, id)
        ){RoomForUpdates(database)};
        create index {database.Index(DueIndex)} on {database.Table(Sequences)} (shop_id, due_at) where due_at is not null;
        create index {database.Index("shop_recoveries_customer")} on {database.Table(Sequences)} (shop_id, customer);
        create index {database.Index("shop_recoveries_reminded_at")} on {database.Table(Sequences)} (shop_id, reminded_at)
            where reminded_at is not null;
        create table {database.Table(Reminders)} (
            shop_id text not null,
            id text not null,
            cart_id text not null,
            customer text not null,
            step text not null,
            outcome text not null,
            reason text,
            decided_at {ShopTables.Number(database)} not null,
            delivered_at {ShopTables.Number(database)},
            read_at {ShopTables.Number(database)},
            replied_at {ShopTables.Number(database)},
            opened_at {ShopTables.Number(database)},
            paid_at {ShopTables.Number(database)},
            currency text,
            revenue {ShopTables.Number(database)},
            version {ShopTables.Number(database)} not null,
            data {ShopTables.Json(database)} not null,
            primary key (shop_id, id)
        ){RoomForUpdates(database)};
        create index {database.Index("shop_reminders_cart")} on {database.Table(Reminders)} (shop_id, cart_id);
        create index {database.Index("shop_reminders_customer")} on {database.Table(Reminders)} (shop_id, customer);
        create index {database.Index("shop_reminders_decided_at")} on {database.Table(Reminders)} (shop_id, decided_at);
        create table {database.Table(Customers)} (
            shop_id text not null,
            id text not null,
            cart_id text,
            replied_at {ShopTables.Number(database)},
            opted_out_at {ShopTables.Number(database)},
            version {ShopTables.Number(database)} not null,
            data {ShopTables.Json(database)} not null,
            primary key (shop_id, id)
        ){RoomForUpdates(database)};
        """;

    // A fill factor that leaves space on the page, so that updates of unindexed columns are HOT updates.
    private static string RoomForUpdates(WhatsCommerceDatabase database) => database.Dialect == DatabaseDialect.PostgreSql
        ? " with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02)"
        : "";
}

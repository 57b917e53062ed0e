namespace WhatsCommerce.Storefronts;

/// <summary>The tables of assistants, documented in <c>docs/tables.md</c>.</summary>
internal static class AssistantTables
{
    public static DatabaseComponent Component { get; } = new("storefront_assistants", Make);

    public const string Budgets = "shop_assistant_budgets";
    public const string Turns = "shop_assistant_turns";

    private static string Make(WhatsCommerceDatabase database) => $"""
        create table {database.Table(Budgets)} (
            shop_id text not null,
            customer text not null,
            used_at {ShopTables.Number(database)} not null,
            version {ShopTables.Number(database)} not null,
            data {ShopTables.Json(database)} not null,
            primary key (shop_id, customer)
        );
        create index {database.Index("shop_assistant_budgets_used_at")} on {database.Table(Budgets)} (shop_id, used_at);
        create table {database.Table(Turns)} (
            sequence {ShopTables.Sequence(database)},
            shop_id text not null,
            id text not null,
            customer text not null,
            said_at {ShopTables.Number(database)} not null,
            data {ShopTables.Json(database)} not null,
            unique (shop_id, id)
        );
        create index {database.Index("shop_assistant_turns_customer")} on {database.Table(Turns)} (shop_id, customer, sequence);
        create index {database.Index("shop_assistant_turns_said_at")} on {database.Table(Turns)} (shop_id, said_at);
        """;

    /// <summary>The reference to a parameter of a column of JSON.</summary>
    public static string JsonParameter(WhatsCommerceDatabase database, int number) =>
        database.Dialect == DatabaseDialect.PostgreSql
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${number}::json")
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${number}");
}

namespace WhatsCommerce.Storefronts;

/// <summary>
/// The table of the search, documented in <c>docs/tables.md</c>. Whether a product may be shown is a column of the products.
/// </summary>
internal static class SearchTables
{
    public static DatabaseComponent Search { get; } = new("storefront_search", Make);

    public const string Switches = "shop_search_switches";

    private static string Make(WhatsCommerceDatabase database) => $"""
        create table {database.Table(Switches)} (
            shop_id text not null primary key,
            is_enabled {ShopTables.Number(database)} not null
        );
        """;
}

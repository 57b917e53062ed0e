namespace WhatsCommerce.Storefronts;

/// <summary>
/// The table of admin notices, documented in <c>docs/tables.md</c>: shared by all shops, because a person may be an admin of several.
/// </summary>
internal static class NoticeTables
{
    public static DatabaseComponent Component { get; } = new("storefront_notices", Make);

    public const string Windows = "shop_admin_windows";

    private static string Make(WhatsCommerceDatabase database) => $"""
        create table {database.Table(Windows)} (
            admin text not null,
            phone_number_id text not null,
            ends_at {ShopTables.Number(database)} not null,
            primary key (admin, phone_number_id)
        );
        """;
}

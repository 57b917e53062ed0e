namespace WhatsCommerce.Storefronts;

/// <summary>The tables of the catalog, documented in <c>docs/tables.md</c>.</summary>
internal static class CatalogTables
{
    public static DatabaseComponent Catalog { get; } = new("storefront_catalog", Make);

    public const string Products = "shop_products";
    public const string Sets = "shop_product_sets";
    public const string Members = "shop_product_set_members";
    public const string Imports = "shop_catalog_imports";

    private static string Make(WhatsCommerceDatabase database) => $"""
        create table {database.Table(Products)} (
            shop_id text not null,
            retailer_id {Ordered(database)} not null,
            own_id text,
            meta_id text,
            group_id text,
            parent_id text,
            name text not null,
            category {Ordered(database)},
            category_id text,
            currency text,
            price {ShopTables.Number(database)},
            obstacles {ShopTables.Number(database)} not null,
            is_searchable {ShopTables.Number(database)} not null,
            read_at {ShopTables.Number(database)} not null,
            gone_at {ShopTables.Number(database)},
            data {ShopTables.Json(database)} not null,
            primary key (shop_id, retailer_id)
        );
        create index {database.Index("shop_products_own_id")} on {database.Table(Products)} (shop_id, own_id) where own_id is not null;
        create index {database.Index("shop_products_group")} on {database.Table(Products)} (shop_id, group_id) where group_id is not null;
        create index {database.Index("shop_products_parent")} on {database.Table(Products)} (shop_id, parent_id)
            where parent_id is not null;
        create index {database.Index("shop_products_category")} on {database.Table(Products)} (shop_id, category_id, retailer_id)
            where category_id is not null;
        create table {database.Table(Sets)} (
            shop_id text not null,
            id text not null,
            name {Ordered(database)} not null,
            products {ShopTables.Number(database)} not null,
            primary key (shop_id, id)
        );
        create table {database.Table(Members)} (
            shop_id text not null,
            set_id text not null,
            place {ShopTables.Number(database)} not null,
            retailer_id {Ordered(database)} not null,
            primary key (shop_id, set_id, place)
        );
        create table {database.Table(Imports)} (
            shop_id text not null primary key,
            state text not null,
            version {ShopTables.Number(database)} not null,
            data {ShopTables.Json(database)} not null
        );
        """;

    /// <summary>Text with ordinal collation, whatever the database's default collation is.</summary>
    private static string Ordered(WhatsCommerceDatabase database) =>
        database.Dialect == DatabaseDialect.PostgreSql ? "text collate \"C\"" : "text";
}

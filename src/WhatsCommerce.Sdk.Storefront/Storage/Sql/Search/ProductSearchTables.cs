namespace WhatsCommerce.Storefronts;

/// <summary>The tables of the product search in PostgreSQL, documented in <c>docs/tables.md</c>.</summary>
internal static class ProductSearchTables
{
    public static DatabaseComponent Component { get; } = new("storefront_product_search", Make);

    public const string Products = "shop_search_products";
    public const string Words = "shop_search_words";

    private static string Make(WhatsCommerceDatabase database) => database.Dialect == DatabaseDialect.PostgreSql
        ? $"""
           {Extension}
           create table {database.Table(Products)} (
               shop_id text not null,
               id text not null,
               group_id text,
               hash text not null,
               is_shown bigint not null,
               price bigint,
               keys tsvector not null,
               data json not null,
               primary key (shop_id, id)
           );
           create index {database.Index("shop_search_products_keys")} on {database.Table(Products)} using gin (keys);
           create index {database.Index("shop_search_products_group")} on {database.Table(Products)} (shop_id, group_id)
               where group_id is not null;
           create table {database.Table(Words)} (
               shop_id text not null,
               word text not null,
               primary key (shop_id, word)
           );
           create index {database.Index("shop_search_words_like")} on {database.Table(Words)} using gin (word gin_trgm_ops);
           """
        : throw new InvalidOperationException(
            "AddDatabaseSearch() needs PostgreSQL. With SQLite leave it out: AddSearch() keeps up to 100,000 products in memory.");

    // The database user may lack the permission to create the extension, or the server its files: both errors say what to do.
    private const string Extension = """
        do $extension$
        begin
            if not exists (select 1 from pg_extension where extname = 'pg_trgm') then
                create extension pg_trgm;
            end if;
        exception
            when unique_violation or duplicate_object then
                null;
            when others then
                raise exception 'The product search needs the extension pg_trgm, which cannot be made: %', sqlerrm
                    using hint = 'Install PostgreSQL''s contrib package on the server if its files are missing, and let a role with the '
                        'right to do so run "create extension pg_trgm" in this database. Or leave AddDatabaseSearch() out.';
        end $extension$;
        """;
}

namespace WhatsCommerce.Storefronts;

/// <summary>The statements of the product search in PostgreSQL. The shop is $1.</summary>
internal sealed class ProductSearchStatements(WhatsCommerceDatabase database)
{
    // Prices are compared only within a shop, which has one currency.
    private const decimal PriceScale = 1_000m;

    private readonly string _products = database.Table(ProductSearchTables.Products);
    private readonly string _words = database.Table(ProductSearchTables.Words);

    public DatabaseStatement Write(string shopId, SearchProduct product, string hash, string keys) => new(
        $"""
        insert into {_products} (shop_id, id, group_id, hash, is_shown, price, keys, data)
        values ($1, $2, $3, $4, $5, $6, $7::tsvector, $8::json)
        on conflict (shop_id, id) do update set group_id = excluded.group_id, hash = excluded.hash, is_shown = excluded.is_shown,
            price = excluded.price, keys = excluded.keys, data = excluded.data
        """,
        shopId,
        product.RetailerId.Value,
        string.IsNullOrEmpty(product.ItemGroupId) ? null : StoredWord.Clean(product.ItemGroupId),
        hash,
        (long?)(product.IsSendable && product.IsSearchable ? 1 : 0),
        PriceOf(product.Price?.Amount),
        keys,
        JsonSerializer.Serialize(product, StoredJson.Of<SearchProduct>()));

    /// <summary>Adds words from a text in which they are separated by spaces.</summary>
    public DatabaseStatement WriteWords(string shopId, string words) => new(
        $"""
        insert into {_words} (shop_id, word) select $1, word from unnest(string_to_array($2, ' ')) as word
        on conflict (shop_id, word) do nothing
        """,
        shopId,
        words);

    public DatabaseStatement Remove(string shopId, RetailerId id) =>
        new($"delete from {_products} where shop_id = $1 and id = $2", shopId, id.Value);

    public DatabaseStatement Hashes(string shopId) => new($"select id, hash from {_products} where shop_id = $1", shopId);

    /// <summary>The words of a shop that are spelled similarly to a word, nearest first.</summary>
    public DatabaseStatement Similar(string shopId, string word, int limit) => new(
        $"select word from {_words} where shop_id = $1 and word % $2 order by similarity(word, $2) desc limit $3",
        shopId,
        word,
        (long?)limit);

    /// <summary>
    /// The products that match a query best or, if it sorts by price, the cheapest or most expensive matches; with all members of their
    /// groups, which share words.
    /// </summary>
    public DatabaseStatement Find(string shopId, string query, PriceRange price, int limit)
    {
        string order = price.Order < 0 ? "desc" : "asc";
        string byPrice = price.Order == 0
            ? ""
            : $"""
               union select id, group_id from (
                   select id, group_id, price from fitting where price is not null and is_shown = 1
                   order by price {order} limit $3) as by_price
               """;
        return new(
            $"""
            with fitting as (
                select id, group_id, price, is_shown, ts_rank(keys, $2::tsquery) as fit from {_products}
                where shop_id = $1 and keys @@ $2::tsquery and (price is null or (price >= $4 and price <= $5))),
            chosen as (
                select id, group_id from (
                    select id, group_id from fitting order by is_shown desc, fit desc, id limit $3) as best
                {byPrice})
            select data from {_products} where shop_id = $1 and (id in (select id from chosen)
                or (group_id is not null and group_id in (select group_id from chosen where group_id is not null)))
            order by id limit $3 * 4
            """,
            shopId,
            query,
            (long?)limit,
            PriceOf(price.Least) ?? (long?)long.MinValue,
            PriceOf(price.Most) ?? (long?)long.MaxValue);
    }

    private static long? PriceOf(decimal? amount) =>
        amount is decimal known ? (long)Math.Clamp(known * PriceScale, long.MinValue / 2, long.MaxValue / 2) : null;
}

namespace WhatsCommerce.Storefronts;

/// <summary>The statements about products, product sets and imports. The shop is $1.</summary>
internal sealed class CatalogStatements
{
    private readonly bool _isPostgreSql;
    private readonly string _products;
    private readonly string _sets;
    private readonly string _members;
    private readonly string _imports;
    private readonly string _select;
    private readonly string _isParent;
    private readonly string _writeColumns;
    private readonly string _writePage;

    public CatalogStatements(WhatsCommerceDatabase database)
    {
        _isPostgreSql = database.Dialect == DatabaseDialect.PostgreSql;
        _products = database.Table(CatalogTables.Products);
        _sets = database.Table(CatalogTables.Sets);
        _members = database.Table(CatalogTables.Members);
        _imports = database.Table(CatalogTables.Imports);
        _isParent = $"""
            (exists (
                select 1 from {_products} c
                where c.shop_id = p.shop_id and c.parent_id = p.meta_id and c.gone_at is null and c.parent_id <> coalesce(c.meta_id, ''))
            or (coalesce(p.group_id, '') <> p.retailer_id and exists (
                select 1 from {_products} c
                where c.shop_id = p.shop_id and c.group_id = p.retailer_id and c.gone_at is null and c.retailer_id <> p.retailer_id)))
            """;
        _writeColumns = WriteFrom(CatalogCells.Rows, static column => CatalogCells.IsNumber(column) ? $"{column}::bigint" : column);
        _writePage = _isPostgreSql
            ? WriteFrom(
                "json_to_recordset($2::json) as t (" + string.Join(", ", CatalogCells.Columns.Select(column =>
                    $"{column} {(CatalogCells.IsNumber(column) ? "bigint" : "text")}")) + ")",
                static column => column)
            : WriteFrom("json_each($2)", static column => $"value ->> '{column}'");
        _select = $"select p.data, p.is_searchable, case when {_isParent} then 1 else 0 end from {_products} p";
    }

    public DatabaseStatement Write(CatalogImport import)
    {
        string json = JsonSerializer.Serialize(import, StoredJson.Of<CatalogImport>());
        string sql = import.Version == 0
            ? $"insert into {_imports} (shop_id, version, state, data) values ($1, $2 + 1, $3, {Json("$4")})"
            : $"update {_imports} set version = $2 + 1, state = $3, data = {Json("$4")} where shop_id = $1 and version = $2";
        return new(sql, import.ShopId, (long?)import.Version, StoredWord.Of(import.State), json) { MustChange = import.Version > 0 };
    }

    public DatabaseStatement Write(string shopId, IReadOnlyList<CatalogProduct> products) =>
        _isPostgreSql && CatalogCells.Joined(products) is string[] columns
            ? new(_writeColumns, [shopId, .. columns.Select(DatabaseValue.FromText)])
            : new(_writePage, shopId, CatalogPageJson.Of(products));

    public IEnumerable<DatabaseStatement> Write(string shopId, CollectionPage page)
    {
        string set = page.Collection.Id.ToString();
        yield return new(
            $"""
            insert into {_sets} (shop_id, id, name, products) values ($1, $2, $3, $4)
            on conflict (shop_id, id) do update set name = excluded.name, products = excluded.products
            """,
            shopId,
            set,
            StoredWord.Clean(page.Collection.Name),
            (long?)page.Collection.Count);
        string from = _isPostgreSql
            ? "select $1, $2, $3 + n - 1, value from json_array_elements_text($4::json) with ordinality as t (value, n) where true"
            : "select $1, $2, $3 + key, value from json_each($4) where true";
        yield return new(
            $"""
            insert into {_members} (shop_id, set_id, place, retailer_id) {from}
            on conflict (shop_id, set_id, place) do update set retailer_id = excluded.retailer_id
            """,
            shopId,
            set,
            (long?)page.First,
            CatalogPageJson.Of(page.Products.Select(product => product.Value)));
        if (page.IsLast)
        {
            yield return new(
                $"delete from {_members} where shop_id = $1 and set_id = $2 and place >= $3",
                shopId,
                set,
                (long?)(page.First + page.Products.Count));
        }
    }

    public IEnumerable<DatabaseStatement> Keep(string shopId, IReadOnlyList<CollectionId> kept)
    {
        string ids = CatalogPageJson.Of(kept.Select(id => id.Value));
        yield return new($"delete from {_members} where shop_id = $1 and set_id not in ({Elements("$2")})", shopId, ids);
        yield return new($"delete from {_sets} where shop_id = $1 and id not in ({Elements("$2")})", shopId, ids);
    }

    public DatabaseStatement Import(string shopId) => new($"select version, data from {_imports} where shop_id = $1", shopId);

    public DatabaseStatement Find(string shopId, IEnumerable<RetailerId> products) => new(
        $"{_select} where p.shop_id = $1 and p.retailer_id in ({Elements("$2")})",
        shopId,
        CatalogPageJson.Of(products.Where(id => id.HasValue).Select(id => id.Value)));

    public DatabaseStatement FindByOwnId(string shopId, string ownId) => new(
        $"{_select} where p.shop_id = $1 and p.own_id = $2 and p.gone_at is null order by p.retailer_id limit $3",
        shopId,
        StoredWord.Clean(ownId),
        (long?)CatalogQuery.MaxLimit);

    public DatabaseStatement List(string shopId, CatalogQuery query)
    {
        // One statement per set of conditions, so that each uses its index.
        List<DatabaseValue> values = [shopId, (long?)query.Limit, (long?)query.Skip];
        bool isSet = query.CollectionId.HasValue && !IsCategory(query.CollectionId);
        string sql = _select;
        if (isSet)
        {
            sql += $" join {_members} m on m.shop_id = p.shop_id and m.retailer_id = p.retailer_id and m.set_id = "
                + Next(query.CollectionId.Value);
        }

        sql += " where p.shop_id = $1";
        if (query.CollectionId.HasValue && !isSet)
        {
            sql += $" and p.category_id = {Next(query.CollectionId.Value)}";
        }

        if (query.GroupId.HasValue)
        {
            sql += $" and p.group_id = {Next(StoredWord.Clean(query.GroupId.Value))} and not {_isParent}";
        }

        if (query.ReadBefore is not null)
        {
            sql += $" and p.read_at < {Next(query.ReadBefore)}";
        }

        if (query.After.HasValue && !isSet)
        {
            sql += $" and p.retailer_id > {Next(StoredWord.Clean(query.After.Value))}";
        }

        sql += (query.OnlyUnmapped ? " and p.own_id is null" : "") + (query.IncludeGone ? "" : " and p.gone_at is null");
        return new($"{sql} order by {(isSet ? "m.place" : "p.retailer_id")} limit $2 offset $3", [.. values]);

        string Next(DatabaseValue value)
        {
            values.Add(value);
            return $"${values.Count.ToString(CultureInfo.InvariantCulture)}";
        }
    }

    public DatabaseStatement Categories(string shopId, int limit) => new(
        $"""
        select category_id, min(category), count(*) from {_products}
        where shop_id = $1 and category_id is not null and gone_at is null group by category_id order by 2 limit $2
        """,
        shopId,
        (long?)limit);

    public DatabaseStatement Sets(string shopId, int limit) =>
        new($"select id, name, products from {_sets} where shop_id = $1 order by name, id limit $2", shopId, (long?)limit);

    public DatabaseStatement FindCollection(string shopId, CollectionId id) => new(
        IsCategory(id)
            ? $"""
              select category_id, min(category), count(*) from {_products}
              where shop_id = $1 and category_id = $2 and gone_at is null group by category_id
              """
            : $"select id, name, products from {_sets} where shop_id = $1 and id = $2",
        shopId,
        id.Value);

    public DatabaseStatement SetSearchable(string shopId, RetailerId id, bool isSearchable) => new(
        $"update {_products} set is_searchable = $3 where shop_id = $1 and (retailer_id = $2 or group_id = $2) returning 1",
        shopId,
        StoredWord.Clean(id.Value),
        (long?)(isSearchable ? 1 : 0));

    /// <summary>By the first character of its id, as <see cref="CollectionId"/> makes it.</summary>
    public static bool IsCategory(CollectionId id) => id.Value?.StartsWith('c') == true;

    /// <summary>The statement that writes products, unless they were read before what is stored.</summary>
    private string WriteFrom(string rows, Func<string, string> value)
    {
        IEnumerable<string> values = CatalogCells.Columns.Select(column =>
            _isPostgreSql && column == "data" ? "data::json" : value(column));
        IEnumerable<string> changes = CatalogCells.Columns.Skip(1).Where(column => column != "is_searchable")
            .Select(column => $"{column} = excluded.{column}");
        return $"""
            insert into {_products} as p (shop_id, {string.Join(", ", CatalogCells.Columns)})
            select $1, {string.Join(", ", values)} from {rows} where true
            on conflict (shop_id, retailer_id) do update set {string.Join(", ", changes)} where p.read_at <= excluded.read_at
            """;
    }

    private string Json(string parameter) => _isPostgreSql ? $"{parameter}::json" : parameter;

    private string Elements(string parameter) => _isPostgreSql
        ? $"select value from json_array_elements_text({parameter}::json) as t (value)"
        : $"select value from json_each({parameter})";
}

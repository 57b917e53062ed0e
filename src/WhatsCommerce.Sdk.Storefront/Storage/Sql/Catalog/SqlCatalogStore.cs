namespace WhatsCommerce.Storefronts;

/// <summary>Stores the catalog in a database: a page of an import is one transaction of a few statements, whatever its size.</summary>
internal sealed class SqlCatalogStore(WhatsCommerceDatabase database, DatabaseReadiness readiness) : ICatalogStore
{
    private readonly CatalogStatements _statements = new(database);

    public async Task<bool> WriteAsync(CatalogStep step, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(step);
        List<DatabaseStatement> statements = [];
        if (step.Import is not null)
        {
            statements.Add(_statements.Write(step.Import));
        }

        if (step.Products.Count > 0)
        {
            statements.Add(_statements.Write(step.ShopId, step.Products));
        }

        if (step.Collection is not null)
        {
            statements.AddRange(_statements.Write(step.ShopId, step.Collection));
        }

        if (step.KeptCollections is not null)
        {
            statements.AddRange(_statements.Keep(step.ShopId, step.KeptCollections));
        }

        await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return statements.Count == 0
            || await database.WriteAsync(statements, cancellationToken).ConfigureAwait(false) == WhatsCommerceDatabase.Written;
    }

    public async Task<CatalogImport?> FindImportAsync(string shopId, CancellationToken cancellationToken = default) =>
        await ReadAsync(
            _statements.Import(shopId),
            static row => JsonSerializer.Deserialize(row.GetString(1), StoredJson.Of<CatalogImport>())! with { Version = row.GetInt64(0) },
            cancellationToken).ConfigureAwait(false) is [CatalogImport import] ? import : null;

    public async Task<IReadOnlyList<CatalogProduct>> FindAsync(
        string shopId, IReadOnlyList<RetailerId> products, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(products);
        return products.Count == 0
            ? []
            : await ReadAsync(_statements.Find(shopId, products), ReadProduct, cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<CatalogProduct>> FindByOwnIdAsync(
        string shopId, string ownId, CancellationToken cancellationToken = default) =>
        ReadAsync(_statements.FindByOwnId(shopId, ownId), ReadProduct, cancellationToken);

    public Task<IReadOnlyList<CatalogProduct>> ListAsync(
        string shopId, CatalogQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ReadAsync(_statements.List(shopId, query), ReadProduct, cancellationToken);
    }

    public Task<IReadOnlyList<CatalogCollection>> ListCollectionsAsync(
        string shopId, bool categories, int limit, CancellationToken cancellationToken = default) => ReadAsync(
        categories ? _statements.Categories(shopId, limit) : _statements.Sets(shopId, limit),
        row => ReadCollection(row, categories),
        cancellationToken);

    public async Task<CatalogCollection?> FindCollectionAsync(
        string shopId, CollectionId id, CancellationToken cancellationToken = default) => await ReadAsync(
            _statements.FindCollection(shopId, id),
            row => ReadCollection(row, CatalogStatements.IsCategory(id)),
            cancellationToken).ConfigureAwait(false) is [CatalogCollection collection] ? collection : null;

    public async Task<int> SetSearchableAsync(
        string shopId, RetailerId id, bool isSearchable, CancellationToken cancellationToken = default) =>
        (await ReadAsync(_statements.SetSearchable(shopId, id, isSearchable), static _ => true, cancellationToken)
            .ConfigureAwait(false)).Count;

    private static CatalogProduct ReadProduct(DbDataReader row) =>
        JsonSerializer.Deserialize(row.GetString(0), StoredJson.Of<CatalogProduct>())! with
        {
            IsSearchable = row.GetInt64(1) != 0,
            IsParent = row.GetInt32(2) != 0,
        };

    private static CatalogCollection ReadCollection(DbDataReader row, bool isCategory) => new()
    {
        Id = row.GetString(0),
        Name = row.GetString(1),
        IsCategory = isCategory,
        Count = (int)row.GetInt64(2),
    };

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        DatabaseStatement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await database.ReadAsync(statement, read, cancellationToken).ConfigureAwait(false);
    }
}

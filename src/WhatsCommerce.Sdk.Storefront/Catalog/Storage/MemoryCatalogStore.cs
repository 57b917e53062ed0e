namespace WhatsCommerce.Storefronts;

/// <summary>Stores the catalog in memory, for development and tests. The default without a database.</summary>
/// <remarks>The data is lost when the process ends; the next process imports the catalog again. Needs about 1 KB per product.</remarks>
public sealed class MemoryCatalogStore : ICatalogStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, MemoryCatalogShop> _shops = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<bool> WriteAsync(CatalogStep step, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(step);
        cancellationToken.ThrowIfCancellationRequested();
        return In(step.ShopId, shop =>
        {
            if (step.Import is CatalogImport import)
            {
                if (import.Version != (shop.Import?.Version ?? 0))
                {
                    return false;
                }

                shop.Import = import with { Version = import.Version + 1 };
            }

            foreach (CatalogProduct product in step.Products)
            {
                shop.Write(product);
            }

            if (step.Collection is not null)
            {
                shop.Write(step.Collection);
            }

            if (step.KeptCollections is not null)
            {
                shop.Keep(step.KeptCollections);
            }

            return true;
        });
    }

    /// <inheritdoc/>
    public Task<CatalogImport?> FindImportAsync(string shopId, CancellationToken cancellationToken = default) =>
        In(shopId, shop => shop.Import);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CatalogProduct>> FindAsync(
        string shopId, IReadOnlyList<RetailerId> products, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(products);
        return In<IReadOnlyList<CatalogProduct>>(
            shopId, shop => [.. products.Distinct().Select(shop.Find).OfType<CatalogProduct>()]);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CatalogProduct>> FindByOwnIdAsync(
        string shopId, string ownId, CancellationToken cancellationToken = default) => In<IReadOnlyList<CatalogProduct>>(shopId, shop =>
    [
        .. shop.All.Where(row => row.OwnId == ownId && row.GoneAt is null).Take(CatalogQuery.MaxLimit),
    ]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CatalogProduct>> ListAsync(
        string shopId, CatalogQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return In(shopId, shop => shop.List(query));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CatalogCollection>> ListCollectionsAsync(
        string shopId, bool categories, int limit, CancellationToken cancellationToken = default) =>
        In<IReadOnlyList<CatalogCollection>>(shopId, shop =>
        [
            .. shop.Collections(categories).OrderBy(collection => collection.Name, StringComparer.Ordinal).Take(limit),
        ]);

    /// <inheritdoc/>
    public Task<CatalogCollection?> FindCollectionAsync(
        string shopId, CollectionId id, CancellationToken cancellationToken = default) => In(shopId, shop => shop.FindCollection(id));

    /// <inheritdoc/>
    public Task<int> SetSearchableAsync(
        string shopId, RetailerId id, bool isSearchable, CancellationToken cancellationToken = default) =>
        In(shopId, shop => shop.SetSearchable(id, isSearchable));

    private Task<T> In<T>(string shopId, Func<MemoryCatalogShop, T> work)
    {
        lock (_gate)
        {
            if (!_shops.TryGetValue(shopId, out MemoryCatalogShop? shop))
            {
                shop = new MemoryCatalogShop();
                _shops.Add(shopId, shop);
            }

            return Task.FromResult(work(shop));
        }
    }
}

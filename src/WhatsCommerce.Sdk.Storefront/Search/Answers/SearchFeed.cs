namespace WhatsCommerce.Storefronts;

/// <summary>Fills the search index from the stored catalog, after each completed import.</summary>
/// <remarks>
/// It polls the state of the import in the store, because only one instance imports but each has its own index.
/// </remarks>
internal sealed class SearchFeed(ShopServices shop, ICatalogStore catalog, IProductSearch search) : IShopWork
{
    private readonly HashSet<RetailerId> _known = [];
    private DateTimeOffset? _completedAt;

    /// <summary>Updates the index from the last import.</summary>
    /// <returns>Whether there was a new import.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        CatalogImport? import = await catalog.FindImportAsync(shop.ShopId, cancellationToken).ConfigureAwait(false);
        if (import?.CompletedAt is not DateTimeOffset completedAt || completedAt == _completedAt)
        {
            return false;
        }

        List<SearchProduct> products = await ReadAsync(cancellationToken).ConfigureAwait(false);
        if (_completedAt is null)
        {
            await search.ReplaceAsync(products, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            HashSet<RetailerId> now = [.. products.Select(static product => product.RetailerId)];
            await search.ChangeAsync(products, [.. _known.Where(id => !now.Contains(id))], cancellationToken).ConfigureAwait(false);
        }

        _known.Clear();
        _known.UnionWith(products.Select(static product => product.RetailerId));
        _completedAt = completedAt;
        return true;
    }

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RefreshAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The store may be unavailable for a while; the search uses the existing index.
            StorefrontLog.SearchNotFilled(shop.Logger, exception, shop.Options.PollInterval);
        }

        return shop.Options.PollInterval;
    }

    private async Task<List<SearchProduct>> ReadAsync(CancellationToken cancellationToken)
    {
        List<SearchProduct> products = [];
        CatalogQuery query = new() { Limit = CatalogQuery.MaxLimit };
        IReadOnlyList<CatalogProduct> page;
        do
        {
            page = await catalog.ListAsync(shop.ShopId, query, cancellationToken).ConfigureAwait(false);
            products.AddRange(page.Select(ToSearch));
            query = query with { After = page.Count > 0 ? page[^1].RetailerId : default };
        }
        while (page.Count == query.Limit);

        return products;
    }

    private SearchProduct ToSearch(CatalogProduct product) => new()
    {
        RetailerId = product.RetailerId,
        ItemGroupId = product.GroupId.Value,
        Title = product.Name,
        Brand = product.Brand,
        Category = product.Category,
        Description = product.Description,
        Options = product.Variant,
        Price = product.GetPrice(shop.Now),
        IsSendable = product.GetObstacles() == OfferObstacles.None,
        IsSearchable = product.IsSearchable,
    };
}

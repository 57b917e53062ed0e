namespace WhatsCommerce.Storefronts;

/// <summary>Fills the search from the stored catalog, and again whenever an import has ended.</summary>
/// <remarks>
/// By the state of the import in the store, not by what the importer tells: of several instances one imports, and each has an index.
/// </remarks>
internal sealed class SearchFeed(ShopServices shop, ICatalogStore catalog, IProductSearch search) : IShopWork
{
    private readonly HashSet<RetailerId> _known = [];
    private DateTimeOffset? _completedAt;

    /// <summary>Takes over what the last import brought.</summary>
    /// <returns>Whether there was anything new to take over.</returns>
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
            // The store may be away for a while; the search answers from what it has.
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

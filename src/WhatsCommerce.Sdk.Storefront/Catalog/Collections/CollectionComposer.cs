namespace WhatsCommerce.Storefronts;

/// <summary>Creates the messages for pages of collections and of the menu, from products that can currently be sent.</summary>
internal sealed class CollectionComposer(ShopServices shop, ICatalogStore store, CatalogSource source, Texts texts)
{
    private const int ReadAtOnce = 100;

    /// <summary>Lists the product sets, or the categories if the catalog has no product sets.</summary>
    public async Task<IReadOnlyList<CatalogCollection>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        IReadOnlyList<CatalogCollection> sets =
            await store.ListCollectionsAsync(shop.ShopId, categories: false, limit, cancellationToken).ConfigureAwait(false);
        return sets.Count > 0
            ? sets
            : await store.ListCollectionsAsync(shop.ShopId, categories: true, limit, cancellationToken).ConfigureAwait(false);
    }

    public async Task<CollectionContent> ComposeAsync(
        CollectionId id, CollectionOptions options, CancellationToken cancellationToken)
    {
        CheckSkip(options);
        if (await store.FindCollectionAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false) is not CatalogCollection collection)
        {
            return CollectionContent.Empty;
        }

        int most = MessageLimits.ProductListProducts;
        List<CatalogProduct> ready = await ReadyAsync(id, options.Skip, most + 1, cancellationToken).ConfigureAwait(false);
        if (ready.Count == 0)
        {
            return CollectionContent.Empty;
        }

        bool hasMore = ready.Count > most && options.Skip + most <= CollectionButtons.MaxSkip;
        List<CatalogProduct> page =
        [
            .. ready.Take(most)
                .GroupBy(product => product.GroupId.HasValue ? product.GroupId : product.RetailerId)
                .SelectMany(group => group),
        ];
        CatalogId catalog = await source.StoredAsync(cancellationToken).ConfigureAwait(false);
        OutboundMessage products = CollectionMessages.Products(catalog, collection, page, options, texts);
        return new CollectionContent(
            hasMore
                ? [products, CollectionMessages.More(collection, options.Skip + page.Count, options.Language, texts)]
                : [products],
            page.Count,
            hasMore);
    }

    public async Task<CollectionContent> ComposeMenuAsync(CollectionOptions options, CancellationToken cancellationToken)
    {
        CheckSkip(options);
        IReadOnlyList<CatalogCollection> all =
            await ListAsync(options.Skip + MessageLimits.ListRows + 1, cancellationToken).ConfigureAwait(false);
        CatalogCollection[] left = [.. all.Skip(options.Skip)];
        if (left.Length == 0)
        {
            return CollectionContent.Empty;
        }

        // If not all collections fit, the last row leads to the next page.
        bool hasMore = left.Length > MessageLimits.ListRows && options.Skip + MessageLimits.ListRows <= CollectionButtons.MaxSkip;
        CatalogCollection[] page = [.. left.Take(hasMore ? MessageLimits.ListRows - 1 : MessageLimits.ListRows)];
        OutboundMessage menu = CollectionMessages.Menu(page, hasMore ? options.Skip + page.Length : null, options, texts);
        return new CollectionContent([menu], page.Length, hasMore);
    }

    /// <summary>The products of a collection that can be sent. A parent is replaced by its variants.</summary>
    private async Task<List<CatalogProduct>> ReadyAsync(CollectionId id, int skip, int most, CancellationToken cancellationToken)
    {
        List<CatalogProduct> ready = [];
        HashSet<RetailerId> seen = [];
        IReadOnlyList<CatalogProduct> rows;
        int read = 0;
        do
        {
            CatalogQuery query = new() { CollectionId = id, Skip = read, Limit = ReadAtOnce };
            rows = await store.ListAsync(shop.ShopId, query, cancellationToken).ConfigureAwait(false);
            read += rows.Count;
            foreach (CatalogProduct row in rows)
            {
                IReadOnlyList<CatalogProduct> sendable = row.IsParent
                    ? await store.ListAsync(
                        shop.ShopId,
                        new CatalogQuery { GroupId = row.RetailerId, Limit = CatalogQuery.MaxLimit },
                        cancellationToken).ConfigureAwait(false)
                    : [row];
                ready.AddRange(sendable.Where(product =>
                    product.GetObstacles() == OfferObstacles.None && seen.Add(product.RetailerId)));
            }
        }
        while (rows.Count == ReadAtOnce && ready.Count < skip + most && read <= CollectionButtons.MaxSkip);

        return [.. ready.Skip(skip).Take(most)];
    }

    private static void CheckSkip(CollectionOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Skip, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Skip, CollectionButtons.MaxSkip, nameof(options));
    }
}

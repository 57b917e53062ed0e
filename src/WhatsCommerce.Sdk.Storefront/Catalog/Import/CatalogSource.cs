namespace WhatsCommerce.Storefronts;

/// <summary>Reads the connected Meta catalog of a shop, and adds the shop's own product ids.</summary>
internal sealed class CatalogSource(
    WhatsCommerceClient client, ShopServices shop, ICatalogStore store, ISkuMap skus, CatalogId configured)
{
    private const int MaxSets = 1_000;

    public ISkuMap Skus => skus;

    /// <summary>The configured catalog, or otherwise the one that is connected to the account.</summary>
    public async Task<CatalogId> ResolveAsync(CancellationToken cancellationToken)
    {
        if (configured.HasValue)
        {
            return configured;
        }

        await foreach (Catalog connected in client.Catalogs.ListConnectedAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            return connected.Id;
        }

        throw new InvalidOperationException(
            "No catalog is connected to the WhatsApp Business account. Connect one with client.Catalogs.ConnectAsync, or set "
            + $"{nameof(WhatsCommerceOptions)}.{nameof(WhatsCommerceOptions.CatalogId)}.");
    }

    /// <summary>
    /// The catalog of the stored products; calls Meta only if no catalog is configured and none was ever imported.
    /// </summary>
    public async Task<CatalogId> StoredAsync(CancellationToken cancellationToken) =>
        configured.HasValue
            ? configured
            : (await store.FindImportAsync(shop.ShopId, cancellationToken).ConfigureAwait(false))?.CatalogId
                ?? await ResolveAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>The number of products of a catalog according to Meta.</summary>
    public async Task<int?> CountAsync(CatalogId catalog, CancellationToken cancellationToken) =>
        (await client.Catalogs.GetAsync(catalog, cancellationToken).ConfigureAwait(false)).ProductCount;

    public IAsyncEnumerable<Page<Product>> Pages(
        CatalogId catalog, string? after, int pageSize, CancellationToken cancellationToken) => client.Catalogs.Products
        .ListAsync(CatalogReading.Query(pageSize), catalog, cancellationToken)
        .AsPages(after, cancellationToken: cancellationToken);

    public async Task<List<ProductSet>> SetsAsync(CatalogId catalog, CancellationToken cancellationToken)
    {
        List<ProductSet> sets = [];
        await foreach (ProductSet set in client.Catalogs.Sets.ListAsync(catalog, cancellationToken).ConfigureAwait(false))
        {
            if (set.Id.HasValue)
            {
                sets.Add(set);
            }

            if (sets.Count == MaxSets)
            {
                break;
            }
        }

        return sets;
    }

    public IAsyncEnumerable<Page<Product>> MembersOf(ProductSetId set, CancellationToken cancellationToken) => client.Catalogs.Sets
        .ListProductsAsync(
            set, new ProductQuery { Fields = ["id", "retailer_id"], PageSize = CatalogQuery.MaxLimit }, cancellationToken)
        .AsPages(cancellationToken: cancellationToken);

    /// <summary>Adds the shop's own ids to products. If a product occurs twice, the last occurrence counts.</summary>
    public async Task<List<CatalogProduct>> ToProductsAsync(
        IEnumerable<Product> products, DateTimeOffset readAt, CancellationToken cancellationToken)
    {
        OrderedDictionary<RetailerId, Product> known = [];
        foreach (Product product in products)
        {
            if (product.RetailerId.HasValue)
            {
                known[product.RetailerId] = product;
            }
        }

        IReadOnlyDictionary<RetailerId, string> ownIds = known.Count == 0
            ? new Dictionary<RetailerId, string>()
            : await skus.GetOwnIdsAsync([.. known.Keys], cancellationToken).ConfigureAwait(false);
        return
        [
            .. known.Values.Select(product =>
                CatalogReading.ToProduct(product, shop.ShopId, ownIds.GetValueOrDefault(product.RetailerId), readAt)),
        ];
    }

    /// <summary>
    /// Reads stored products again. Products that the catalog does not have are marked as gone, unreadable ones as unclear.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="ids">The ids of the products; those that are neither stored nor in the catalog are left out.</param>
    /// <param name="stored">The products that are stored.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<List<CatalogProduct>> ReadAgainAsync(
        CatalogId catalog,
        IReadOnlyList<RetailerId> ids,
        IReadOnlyDictionary<RetailerId, CatalogProduct> stored,
        CancellationToken cancellationToken)
    {
        DateTimeOffset now = shop.Now;
        (List<Product> read, HashSet<RetailerId> unreadable) =
            await CatalogReading.ByIdsAsync(client, catalog, ids, cancellationToken).ConfigureAwait(false);
        List<CatalogProduct> products = [];
        foreach (Product[] part in read.Chunk(CatalogQuery.MaxLimit))
        {
            products.AddRange(await ToProductsAsync(part, now, cancellationToken).ConfigureAwait(false));
        }

        HashSet<RetailerId> found = [.. products.Select(product => product.RetailerId)];
        foreach (RetailerId id in ids)
        {
            if (!found.Contains(id) && stored.TryGetValue(id, out CatalogProduct? before))
            {
                products.Add(unreadable.Contains(id)
                    ? before with { Obstacles = before.Obstacles | ProductObstacles.Unclear, ReadAt = now }
                    : before with { GoneAt = before.GoneAt ?? now, ReadAt = now });
            }
        }

        return products;
    }
}

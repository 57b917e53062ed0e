namespace WhatsCommerce.Storefronts;

/// <summary>
/// Prices from the imported catalog: the default when the catalog module was added. Products that are older than
/// <see cref="StorefrontCatalogOptions.MaxPriceAge"/> or not stored are read again, in one call for the whole cart, and stored.
/// </summary>
internal sealed class CatalogPrices(ShopServices shop, ICatalogStore store, CatalogSource source) : IPriceSource
{
    public async Task<IReadOnlyList<ProductPrice>> GetPricesAsync(PriceRequest request, CancellationToken cancellationToken)
    {
        CatalogId catalog = await source.StoredAsync(cancellationToken).ConfigureAwait(false);
        if (request.CatalogId.HasValue && request.CatalogId != catalog)
        {
            return [];
        }

        DateTimeOffset now = shop.Now;
        Dictionary<RetailerId, CatalogProduct> known = await FindAsync(request.Products, cancellationToken).ConfigureAwait(false);
        RetailerId[] old =
        [
            .. request.Products.Where(id => !known.TryGetValue(id, out CatalogProduct? product)
                || product.GoneAt is not null
                || product.ReadAt + shop.Options.Catalog.MaxPriceAge <= now),
        ];
        if (old.Length > 0)
        {
            List<CatalogProduct> read = await source.ReadAgainAsync(catalog, old, known, cancellationToken).ConfigureAwait(false);
            foreach (CatalogProduct[] part in read.Chunk(CatalogQuery.MaxLimit))
            {
                await store.WriteAsync(new CatalogStep { ShopId = shop.ShopId, Products = part }, cancellationToken)
                    .ConfigureAwait(false);
            }

            // Only the store knows which of them are parents of variants.
            known = await FindAsync(request.Products, cancellationToken).ConfigureAwait(false);
        }

        return [.. known.Values.Where(product => product.GoneAt is null).Select(product => CatalogReading.PriceOf(product, now))];
    }

    private async Task<Dictionary<RetailerId, CatalogProduct>> FindAsync(
        IReadOnlyList<RetailerId> ids, CancellationToken cancellationToken) =>
        (await store.FindAsync(shop.ShopId, ids, cancellationToken).ConfigureAwait(false)).ToDictionary(product => product.RetailerId);
}

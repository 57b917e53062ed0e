namespace WhatsCommerce.Storefronts;

/// <summary>
/// Reads prices from the connected Meta catalog at the time of the request. The default when the catalog module was not added.
/// </summary>
/// <remarks>
/// A sale price applies within its period. A product with <see cref="Product.Obstacles"/> cannot be ordered. If the shop's catalog is
/// configured, products of other catalogs are unknown.
/// </remarks>
public sealed class ConnectedCatalogPrices : IPriceSource
{
    private readonly WhatsCommerceClient _client;
    private readonly TimeProvider _time;
    private readonly CatalogId _catalog;

    /// <summary>Initializes the source.</summary>
    /// <param name="client">The client that reads the catalog.</param>
    /// <param name="time">The clock that sale periods are compared with.</param>
    /// <param name="catalog">The shop's catalog; absent for the catalog that a cart names.</param>
    public ConnectedCatalogPrices(WhatsCommerceClient client, TimeProvider time, CatalogId catalog = default)
    {
        _catalog = catalog;
        _client = client;
        _time = time;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProductPrice>> GetPricesAsync(PriceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_catalog.HasValue && request.CatalogId.HasValue && request.CatalogId != _catalog)
        {
            return [];
        }

        DateTimeOffset now = _time.GetUtcNow();
        CatalogId catalog = _catalog.HasValue ? _catalog : request.CatalogId;
        (List<Product> products, _) = await CatalogReading
            .ByIdsAsync(_client, catalog, request.Products, cancellationToken).ConfigureAwait(false);
        return
        [
            .. products.Select(product => CatalogReading.PriceOf(
                CatalogReading.ToProduct(product, request.ShopId, product.RetailerId.Value, now), now)),
        ];
    }
}

using WhatsCommerce.Catalogs;

namespace WhatsCommerce.Storefronts;

/// <summary>Prices of the Meta catalog that the customer ordered from, read at the moment they are asked for. The default.</summary>
/// <remarks>
/// A sale price holds within its period. A product with <see cref="Product.Obstacles"/> cannot be ordered. Where the shop's catalog is
/// configured, products of any other are unknown.
/// </remarks>
public sealed class ConnectedCatalogPrices : IPriceSource
{
    private const int AtOnce = 50;

    private readonly WhatsCommerceClient _client;
    private readonly TimeProvider _time;
    private readonly CatalogId _catalog;

    /// <summary>Initializes the source.</summary>
    /// <param name="client">The client that reads the catalog.</param>
    /// <param name="time">The clock that sale periods are compared with.</param>
    /// <param name="catalog">The shop's catalog; absent to take the one that a cart names.</param>
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

        List<ProductPrice> prices = [];
        CatalogId catalog = _catalog.HasValue ? _catalog : request.CatalogId;
        foreach (RetailerId[] part in request.Products.Chunk(AtOnce))
        {
            ProductQuery query = new() { Filter = ProductFilter.RetailerIds(part) };
            await foreach (Product product in _client.Catalogs.Products
                .ListAsync(query, catalog, cancellationToken).ConfigureAwait(false))
            {
                prices.Add(new ProductPrice
                {
                    RetailerId = product.RetailerId,
                    Name = string.IsNullOrWhiteSpace(product.Name) ? product.RetailerId.ToString() : product.Name,
                    Price = product.SalePrice is Money sale && IsOnSale(product) ? sale : product.Price,
                    CanBeOrdered = product.Obstacles == ProductObstacles.None,
                    Available = product.Quantity,
                });
            }
        }

        return prices;
    }

    private bool IsOnSale(Product product)
    {
        DateTimeOffset now = _time.GetUtcNow();
        return (product.SalePriceStart is not DateTimeOffset start || start <= now)
            && (product.SalePriceEnd is not DateTimeOffset end || now < end);
    }
}

namespace WhatsCommerce.Storefronts;

/// <summary>Finds products in the imported catalog. Meta is never called, because this runs in webhooks and after sends.</summary>
internal sealed class ProductFacts(ShopServices shop, ICatalogStore? catalog)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<ShownProduct>> OfAsync(IReadOnlyList<RetailerId> products, CancellationToken cancellationToken)
    {
        RetailerId[] wanted = [.. products.Where(id => id.HasValue).Take(Most)];
        if (wanted.Length == 0)
        {
            return [];
        }

        Dictionary<RetailerId, CatalogProduct> known = catalog is null
            ? []
            : (await catalog.FindAsync(shop.ShopId, [.. wanted.Distinct()], cancellationToken).ConfigureAwait(false))
                .ToDictionary(product => product.RetailerId);
        return [.. wanted.Select(id => Of(id, known.GetValueOrDefault(id)))];
    }

    private ShownProduct Of(RetailerId id, CatalogProduct? product) => new()
    {
        RetailerId = id,
        Name = Bounded.Text(product?.Name, OutboundContent.LongestWord),
        ImageUrl = product?.ImageUrl is { Length: <= 2_048 } picture ? picture : null,
        Price = product?.GetPrice(shop.Now),
    };
}

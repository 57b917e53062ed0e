namespace WhatsCommerce.Storefronts;

/// <summary>
/// Determines the current state of products that were ordered: the current price for the customer, gone, sold out, or available in
/// variants.
/// </summary>
internal sealed class ReorderCatalog(ShopServices shop, IPriceSource prices, ICatalogStore? catalog)
{
    public async Task<IReadOnlyList<ReorderProduct>> JudgeAsync(
        IReadOnlyList<ReorderProduct> ordered, CustomerKey customer, CancellationToken cancellationToken)
    {
        RetailerId[] ids = [.. ordered.Select(product => product.RetailerId)];
        Dictionary<RetailerId, ProductPrice> priced = await PricesAsync(ids, customer, cancellationToken).ConfigureAwait(false);
        Dictionary<RetailerId, CatalogProduct> known = await ProductsAsync(ids, cancellationToken).ConfigureAwait(false);
        List<ReorderProduct> judged = [];
        foreach (ReorderProduct product in ordered)
        {
            ProductPrice? price = priced.GetValueOrDefault(product.RetailerId);
            CatalogProduct? stored = known.GetValueOrDefault(product.RetailerId);
            ReorderProduct now = Judge(product, price, stored);
            if (now.Change is ReorderChange.Gone or ReorderChange.SoldOut && stored is not null)
            {
                IReadOnlyList<RetailerId> variants = await VariantsAsync(stored, cancellationToken).ConfigureAwait(false);
                now = variants.Count > 0 ? now with { Change = ReorderChange.Variants, Variants = variants } : now;
            }

            judged.Add(now);
        }

        return judged;
    }

    /// <summary>The products that can currently be sent and ordered, in the given order.</summary>
    public async Task<IReadOnlyList<RetailerId>> ReadyAsync(
        IReadOnlyList<RetailerId> ids, CustomerKey customer, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        Dictionary<RetailerId, ProductPrice> priced = await PricesAsync(ids, customer, cancellationToken).ConfigureAwait(false);
        Dictionary<RetailerId, CatalogProduct> known = await ProductsAsync(ids, cancellationToken).ConfigureAwait(false);
        return
        [
            .. ids.Where(id => ChangeOf(priced.GetValueOrDefault(id), known.GetValueOrDefault(id)) == ReorderChange.None),
        ];
    }

    private ReorderProduct Judge(ReorderProduct product, ProductPrice? price, CatalogProduct? stored)
    {
        ReorderChange change = ChangeOf(price, stored);
        Money? now = change == ReorderChange.None ? Pricer.Usable(price!.Price) : null;
        return product with
        {
            Name = price?.Name ?? product.Name,
            Price = now,
            Change = now is not null && now != product.PriceThen ? ReorderChange.Price : change,
        };
    }

    private ReorderChange ChangeOf(ProductPrice? price, CatalogProduct? stored)
    {
        if (price is null || (catalog is not null && stored is null))
        {
            return ReorderChange.Gone;
        }

        OfferObstacles obstacles = stored?.GetObstacles() ?? OfferObstacles.None;
        return (obstacles & ~(OfferObstacles.NotAvailable | OfferObstacles.Unpriced)) != OfferObstacles.None ? ReorderChange.Gone
            : obstacles.HasFlag(OfferObstacles.NotAvailable) || !price.CanBeOrdered || price.Available <= 0 ? ReorderChange.SoldOut
            : Pricer.Usable(price.Price) is null ? ReorderChange.Unpriced
            : ReorderChange.None;
    }

    /// <summary>The available variants: of a product that became a parent, or siblings of one that is gone.</summary>
    private async Task<IReadOnlyList<RetailerId>> VariantsAsync(CatalogProduct product, CancellationToken cancellationToken)
    {
        RetailerId group = product.IsParent ? product.RetailerId : product.GroupId;
        if (catalog is null || !group.HasValue)
        {
            return [];
        }

        CatalogQuery query = new() { GroupId = group, Limit = MessageLimits.ProductListProducts };
        IReadOnlyList<CatalogProduct> all = await catalog.ListAsync(shop.ShopId, query, cancellationToken).ConfigureAwait(false);
        return
        [
            .. all.Where(one => one.RetailerId != product.RetailerId && one.GetObstacles() == OfferObstacles.None)
                .Select(one => one.RetailerId),
        ];
    }

    private async Task<Dictionary<RetailerId, ProductPrice>> PricesAsync(
        IReadOnlyList<RetailerId> ids, CustomerKey customer, CancellationToken cancellationToken)
    {
        PriceRequest request = new() { ShopId = shop.ShopId, Customer = customer, Products = ids };
        IReadOnlyList<ProductPrice> known = await prices.GetPricesAsync(request, cancellationToken).ConfigureAwait(false);
        return known.GroupBy(price => price.RetailerId).ToDictionary(group => group.Key, group => group.Last());
    }

    private async Task<Dictionary<RetailerId, CatalogProduct>> ProductsAsync(
        IReadOnlyList<RetailerId> ids, CancellationToken cancellationToken) => catalog is null
        ? []
        : (await catalog.FindAsync(shop.ShopId, ids, cancellationToken).ConfigureAwait(false)).ToDictionary(product => product.RetailerId);
}

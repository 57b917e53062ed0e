namespace WhatsCommerce.Storefronts;

/// <summary>Represents a stored change of a product, as returned by <see cref="StorefrontCatalog.FollowAsync"/>.</summary>
public sealed record CatalogProductChange
{
    /// <summary>Gets what has changed.</summary>
    public required ProductChanges Changes { get; init; }

    /// <summary>Gets the product after the change.</summary>
    public required CatalogProduct Product { get; init; }

    /// <summary>Gets the product before the change; <see langword="null"/> when it is new.</summary>
    public CatalogProduct? Before { get; init; }

    internal static CatalogProductChange? Between(CatalogProduct? before, CatalogProduct now)
    {
        ProductChanges changes = before is null ? ProductChanges.Added
            : (before.GoneAt is null) != (now.GoneAt is null) ? (now.GoneAt is null ? ProductChanges.Added : ProductChanges.Removed)
            : Flag(
                ProductChanges.Price,
                (before.Price, before.SalePrice, before.SaleFrom, before.SaleUntil)
                    != (now.Price, now.SalePrice, now.SaleFrom, now.SaleUntil))
            | Flag(ProductChanges.Availability, (Sells(before), before.Quantity) != (Sells(now), now.Quantity))
            | Flag(
                ProductChanges.Review,
                ((before.Obstacles ^ now.Obstacles) & ProductObstacles.NotApproved) != ProductObstacles.None
                || before.RejectionReasons != now.RejectionReasons)
            | Flag(ProductChanges.Content, Content(before) != Content(now));
        return changes == ProductChanges.None ? null : new CatalogProductChange { Changes = changes, Product = now, Before = before };
    }

    private static ProductChanges Flag(ProductChanges change, bool isSo) => isSo ? change : ProductChanges.None;

    private static ProductObstacles Sells(CatalogProduct product) =>
        product.Obstacles & (ProductObstacles.NotAvailable | ProductObstacles.Hidden | ProductObstacles.Unclear);

    // Clears fields that are compared separately or are not content of the product.
    private static CatalogProduct Content(CatalogProduct product) => product with
    {
        Price = null,
        SalePrice = null,
        SaleFrom = null,
        SaleUntil = null,
        Quantity = null,
        Obstacles = ProductObstacles.None,
        RejectionReasons = null,
        IsSearchable = true,
        IsParent = false,
        ReadAt = default,
        GoneAt = null,
    };
}

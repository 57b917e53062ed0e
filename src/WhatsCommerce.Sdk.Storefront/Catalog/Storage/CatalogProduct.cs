namespace WhatsCommerce.Storefronts;

/// <summary>A product of the shop: the last state of Meta's catalog, and the shop's own data.</summary>
public sealed record CatalogProduct
{
    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the retailer id, which messages and carts contain. Together with the shop it is the key.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets the shop's own id, from <see cref="ISkuMap"/>; <see langword="null"/> if the shop does not know the item.</summary>
    public string? OwnId { get; init; }

    /// <summary>Gets Meta's id of it.</summary>
    public ProductId MetaId { get; init; }

    /// <summary>Gets the id of its group of variants; absent if it is not a variant.</summary>
    public RetailerId GroupId { get; init; }

    /// <summary>Gets Meta's id of the product that it is a variant of.</summary>
    public ProductId ParentId { get; init; }

    /// <summary>
    /// Gets a value indicating whether other products are variants of it, so that it cannot be sent. Stores find that out when they read;
    /// it is not written.
    /// </summary>
    public bool IsParent { get; init; }

    /// <summary>Gets its name; the retailer id when the catalog has none.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the brand.</summary>
    public string? Brand { get; init; }

    /// <summary>Gets the category: the shop's own (<c>product_type</c>), else Google's; its parts stand between <c>&gt;</c>.</summary>
    public string? Category { get; init; }

    /// <summary>Gets how it differs from the other variants of its group, such as <c>red, L</c>.</summary>
    public string? Variant { get; init; }

    /// <summary>Gets the address of its picture.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Gets the address of the shop's own page of it.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the price; <see langword="null"/> when there is none that can be read without doubt.</summary>
    public Money? Price { get; init; }

    /// <summary>Gets the sale price.</summary>
    public Money? SalePrice { get; init; }

    /// <summary>Gets when the sale starts; <see langword="null"/> for no start.</summary>
    public DateTimeOffset? SaleFrom { get; init; }

    /// <summary>Gets when the sale ends; <see langword="null"/> for no end.</summary>
    public DateTimeOffset? SaleUntil { get; init; }

    /// <summary>Gets the available quantity; <see langword="null"/> if it is not tracked.</summary>
    public int? Quantity { get; init; }

    /// <summary>Gets the reasons of the catalog why it cannot be sent.</summary>
    public ProductObstacles Obstacles { get; init; }

    /// <summary>Gets why Meta's review has rejected it, in Meta's words between commas; <see langword="null"/> when it did not.</summary>
    public string? RejectionReasons { get; init; }

    /// <summary>Gets a value indicating whether the search may show it: <see cref="StorefrontCatalog.SetSearchableAsync"/>.</summary>
    /// <remarks>A write of a product that is stored already does not change it.</remarks>
    public bool IsSearchable { get; init; } = true;

    /// <summary>Gets when the catalog was read, in whole milliseconds.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Gets when it was removed from the catalog; <see langword="null"/> while it exists.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>Gets the collection of its category.</summary>
    public CollectionId CategoryId => CollectionId.FromCategory(Category);

    /// <summary>Returns why it is currently not offered to customers.</summary>
    /// <returns><see cref="OfferObstacles.None"/> when it can be sent and ordered.</returns>
    public OfferObstacles GetObstacles() =>
        (OfferObstacles)Obstacles
        | (Quantity <= 0 ? OfferObstacles.NotAvailable : OfferObstacles.None)
        | (Price is null ? OfferObstacles.Unpriced : OfferObstacles.None)
        | (string.IsNullOrWhiteSpace(OwnId) ? OfferObstacles.Unmapped : OfferObstacles.None)
        | (IsParent ? OfferObstacles.ParentOfVariants : OfferObstacles.None)
        | (GoneAt is null ? OfferObstacles.None : OfferObstacles.Gone);

    /// <summary>Returns the price at a time: the sale price during the sale, otherwise the price.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The price; <see langword="null"/> when there is none.</returns>
    public Money? GetPrice(DateTimeOffset time) =>
        SalePrice is not null && !(SaleFrom > time) && !(SaleUntil <= time) ? SalePrice : Price;
}

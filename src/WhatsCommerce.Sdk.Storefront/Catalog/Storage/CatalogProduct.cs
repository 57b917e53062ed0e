namespace WhatsCommerce.Storefronts;

/// <summary>Represents a product of the shop: its last known state in Meta's catalog, and the shop's own data.</summary>
public sealed record CatalogProduct
{
    /// <summary>Gets the id of the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the retailer id, which messages and carts contain. Together with the shop it is the key.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets the shop's own id, from <see cref="ISkuMap"/>; <see langword="null"/> if the shop does not know the item.</summary>
    public string? OwnId { get; init; }

    /// <summary>Gets Meta's id of the product.</summary>
    public ProductId MetaId { get; init; }

    /// <summary>Gets the id of its group of variants; absent if it is not a variant.</summary>
    public RetailerId GroupId { get; init; }

    /// <summary>Gets Meta's id of the product that it is a variant of.</summary>
    public ProductId ParentId { get; init; }

    /// <summary>
    /// Gets a value indicating whether other products are variants of this one, so that it cannot be sent. Stores determine it when they
    /// read; it is not written.
    /// </summary>
    public bool IsParent { get; init; }

    /// <summary>Gets the name; the retailer id when the catalog has none.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the brand.</summary>
    public string? Brand { get; init; }

    /// <summary>
    /// Gets the category: the shop's own (<c>product_type</c>) or otherwise Google's; its parts are separated by <c>&gt;</c>.
    /// </summary>
    public string? Category { get; init; }

    /// <summary>Gets the attributes that distinguish it from the other variants of its group, such as <c>red, L</c>.</summary>
    public string? Variant { get; init; }

    /// <summary>Gets the URL of the picture.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Gets the URL of the product's page in the shop's own web shop.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the price; <see langword="null"/> when there is none or it is ambiguous.</summary>
    public Money? Price { get; init; }

    /// <summary>Gets the sale price.</summary>
    public Money? SalePrice { get; init; }

    /// <summary>Gets when the sale starts; <see langword="null"/> for no start.</summary>
    public DateTimeOffset? SaleFrom { get; init; }

    /// <summary>Gets when the sale ends; <see langword="null"/> for no end.</summary>
    public DateTimeOffset? SaleUntil { get; init; }

    /// <summary>Gets the available quantity; <see langword="null"/> if it is not tracked.</summary>
    public int? Quantity { get; init; }

    /// <summary>Gets the reasons in the catalog why the product cannot be sent.</summary>
    public ProductObstacles Obstacles { get; init; }

    /// <summary>
    /// Gets why Meta's review rejected the product, in Meta's words, separated by commas; <see langword="null"/> if it was not rejected.
    /// </summary>
    public string? RejectionReasons { get; init; }

    /// <summary>
    /// Gets a value indicating whether the search may show the product: <see cref="StorefrontCatalog.SetSearchableAsync"/>.
    /// </summary>
    /// <remarks>Writing an existing product does not change this value.</remarks>
    public bool IsSearchable { get; init; } = true;

    /// <summary>Gets when the product was read from the catalog, in whole milliseconds.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Gets when the product was removed from the catalog; <see langword="null"/> while it exists.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>Gets the collection id of its category.</summary>
    public CollectionId CategoryId => CollectionId.FromCategory(Category);

    /// <summary>Returns why the product is currently not offered to customers.</summary>
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

namespace WhatsCommerce.Storefronts;

/// <summary>Represents one write of the catalog module, which a store applies atomically.</summary>
public sealed record CatalogStep
{
    /// <summary>Gets the id of the shop to which all rows belong.</summary>
    public required string ShopId { get; init; }

    /// <summary>
    /// Gets the import that this step continues. Its version is the one that was read, 0 for the shop's first import; the step is written
    /// only if the store still has that version, which it then increments. <see langword="null"/> outside imports.
    /// </summary>
    public CatalogImport? Import { get; init; }

    /// <summary>
    /// Gets the products, at most 500 without duplicates: they are inserted or replaced, except for
    /// <see cref="CatalogProduct.IsSearchable"/>. A product that is stored with a later <see cref="CatalogProduct.ReadAt"/> is not changed.
    /// </summary>
    public IReadOnlyList<CatalogProduct> Products { get; init; } = [];

    /// <summary>Gets a part of a product set; <see langword="null"/> for none.</summary>
    public CollectionPage? Collection { get; init; }

    /// <summary>
    /// Gets the ids of all product sets that the catalog has, at most 1,000: all others are deleted with their members. With
    /// <see langword="null"/> none are deleted.
    /// </summary>
    public IReadOnlyList<CollectionId>? KeptCollections { get; init; }
}

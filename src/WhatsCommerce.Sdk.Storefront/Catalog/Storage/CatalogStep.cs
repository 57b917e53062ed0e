namespace WhatsCommerce.Storefronts;

/// <summary>One step of the catalog module. A store writes all of it or nothing.</summary>
public sealed record CatalogStep
{
    /// <summary>Gets the shop; all rows are of it.</summary>
    public required string ShopId { get; init; }

    /// <summary>
    /// Gets the import that goes on with this step. Its version is the one that was read, 0 for the first of the shop; the step is
    /// written only if the store still has that version, and the store writes the next one. <see langword="null"/> outside imports.
    /// </summary>
    public CatalogImport? Import { get; init; }

    /// <summary>
    /// Gets the products, at most 500, each once: inserted, or replaced whole but for <see cref="CatalogProduct.IsSearchable"/>. One that
    /// is stored with a later <see cref="CatalogProduct.ReadAt"/> is left as it is.
    /// </summary>
    public IReadOnlyList<CatalogProduct> Products { get; init; } = [];

    /// <summary>Gets a part of a product set.</summary>
    public CollectionPage? Collection { get; init; }

    /// <summary>
    /// Gets the product sets that the catalog has, at most 1,000: all others are removed with their members. <see langword="null"/>
    /// removes none.
    /// </summary>
    public IReadOnlyList<CollectionId>? KeptCollections { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>The id of a collection of products: a product set of the catalog, or a category.</summary>
/// <remarks>A null, empty or blank value means absent, and equals <see langword="default"/>.</remarks>
[Id]
public readonly partial record struct CollectionId
{
    private const int HashLength = 20;

    /// <summary>Returns the collection id of a product set.</summary>
    /// <param name="set">The product set.</param>
    /// <returns>The id; absent for an absent set.</returns>
    public static CollectionId FromSet(ProductSetId set) => set.HasValue ? $"s{set}" : default;

    /// <summary>Returns the collection id of a category.</summary>
    /// <param name="category">The category, as in <see cref="CatalogProduct.Category"/>.</param>
    /// <returns>The id; absent for no category.</returns>
    public static CollectionId FromCategory(string? category) =>
        string.IsNullOrWhiteSpace(category) ? default : $"c{SendKey.HashOf("category", category)[..HashLength]}";
}

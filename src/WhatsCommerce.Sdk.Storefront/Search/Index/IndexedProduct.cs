namespace WhatsCommerce.Storefronts;

/// <summary>A product with what its index entries were made of.</summary>
/// <param name="Product">The product, without its description.</param>
/// <param name="TitleLength">How many words its title has, sizes and prepositions left aside.</param>
/// <param name="DescriptionHash">The hash of the description, to see whether it changed.</param>
internal readonly record struct IndexedProduct(SearchProduct Product, byte TitleLength, int DescriptionHash)
{
    public static int HashOf(string? description) => string.GetHashCode(description, StringComparison.Ordinal);

    /// <summary>Determines whether a product has the same words, so that no index entry changes.</summary>
    public bool HasWordsOf(SearchProduct other) =>
        DescriptionHash == HashOf(other.Description)
        && Product == other with
        {
            Description = null,
            Price = Product.Price,
            IsSendable = Product.IsSendable,
            IsSearchable = Product.IsSearchable,
        };
}

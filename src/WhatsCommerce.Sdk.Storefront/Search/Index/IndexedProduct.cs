namespace WhatsCommerce.Storefronts;

/// <summary>A product with the data from which its index entries were created.</summary>
/// <param name="Product">The product, without its description.</param>
/// <param name="TitleLength">The number of words of its title, without sizes and prepositions.</param>
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

namespace WhatsCommerce.Storefronts;

/// <summary>A parsed query.</summary>
internal sealed record ParsedQuery
{
    /// <summary>Gets the search words; empty when the text is not a search.</summary>
    public required IReadOnlyList<QueryWord> Words { get; init; }

    /// <summary>Gets the price range and order.</summary>
    public PriceRange Price { get; init; }

    /// <summary>Determines whether the query excludes a product.</summary>
    /// <param name="product">The product.</param>
    /// <param name="scores">The product's scores by word, so that words without a match can be skipped; empty if unknown.</param>
    public bool Excludes(SearchProduct product, ReadOnlySpan<float> scores = default)
    {
        for (int i = 0; i < Words.Count; i++)
        {
            if (Words[i].IsUnwanted && (scores.IsEmpty || scores[i] > 0) && Negations.IsNamed(product, Words[i].Text))
            {
                return true;
            }
        }

        return false;
    }
}

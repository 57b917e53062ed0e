namespace WhatsCommerce.Storefronts;

/// <summary>A query that was read.</summary>
internal sealed record ParsedQuery
{
    /// <summary>Gets the words that say what is looked for; empty when the text is no search.</summary>
    public required IReadOnlyList<QueryWord> Words { get; init; }

    /// <summary>Gets what is asked of the price.</summary>
    public PriceRange Price { get; init; }

    /// <summary>Determines whether a product is one that the customer does not want.</summary>
    /// <param name="product">The product.</param>
    /// <param name="scores">What is known of it, by word: one that it does not have needs no look. Empty when nothing is known.</param>
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

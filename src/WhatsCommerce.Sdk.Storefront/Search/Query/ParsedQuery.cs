namespace WhatsCommerce.Storefronts;

/// <summary>A query that was read.</summary>
internal sealed record ParsedQuery
{
    /// <summary>Gets the words that say what is looked for; empty when the text is no search.</summary>
    public required IReadOnlyList<QueryWord> Words { get; init; }

    /// <summary>Gets what is asked of the price.</summary>
    public PriceRange Price { get; init; }
}

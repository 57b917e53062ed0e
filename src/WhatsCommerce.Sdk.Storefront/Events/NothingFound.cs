namespace WhatsCommerce.Storefronts;

/// <summary>A customer looked for something that no product fits: material for synonyms, and for the assortment.</summary>
public sealed record NothingFound : StorefrontEvent
{
    /// <summary>Gets what the customer wrote.</summary>
    public required string Query { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>A customer looked for something that no product fits: material for synonyms, and for the assortment.</summary>
public sealed partial record NothingFound : StorefrontEvent
{
    /// <summary>Gets what the customer wrote.</summary>
    [Sensitive]
    public required string Query { get; init; }

    /// <summary>Gets the language of the customer, such as <c>en</c>.</summary>
    public string? Language { get; init; }
}

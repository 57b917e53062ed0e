namespace WhatsCommerce.Storefronts;

/// <summary>
/// Raised when a customer searched for something that no product matches; useful for finding missing synonyms or products.
/// </summary>
public sealed partial record NothingFound : StorefrontEvent
{
    /// <summary>Gets what the customer wrote.</summary>
    [Sensitive]
    public required string Query { get; init; }

    /// <summary>Gets the language of the customer, such as <c>en</c>.</summary>
    public string? Language { get; init; }
}

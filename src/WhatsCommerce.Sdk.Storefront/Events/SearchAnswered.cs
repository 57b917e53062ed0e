namespace WhatsCommerce.Storefronts;

/// <summary>A customer was shown products that the search found.</summary>
public sealed partial record SearchAnswered : StorefrontEvent
{
    /// <summary>Gets what the customer wrote.</summary>
    [Sensitive]
    public required string Query { get; init; }

    /// <summary>Gets the language of the customer, such as <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the products that were shown, the best first.</summary>
    public required IReadOnlyList<RetailerId> Products { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>A customer was shown products that the search found.</summary>
public sealed record SearchAnswered : StorefrontEvent
{
    /// <summary>Gets what the customer wrote.</summary>
    public required string Query { get; init; }

    /// <summary>Gets the products that were shown, the best first.</summary>
    public required IReadOnlyList<RetailerId> Products { get; init; }
}

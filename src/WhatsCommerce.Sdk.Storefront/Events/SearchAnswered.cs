namespace WhatsCommerce.Storefronts;

/// <summary>Raised when products that the search found were sent to a customer.</summary>
public sealed partial record SearchAnswered : StorefrontEvent
{
    /// <summary>Gets what the customer wrote.</summary>
    [Sensitive]
    public required string Query { get; init; }

    /// <summary>Gets the language of the customer, such as <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the retailer ids of the products that were sent, best match first.</summary>
    public required IReadOnlyList<RetailerId> Products { get; init; }
}

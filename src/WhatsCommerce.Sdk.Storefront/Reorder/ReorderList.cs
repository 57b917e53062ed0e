namespace WhatsCommerce.Storefronts;

/// <summary>Represents the products that a customer can order again, and recommendations.</summary>
public sealed record ReorderList
{
    /// <summary>Gets the kind of the list.</summary>
    public required ReorderKind Kind { get; init; }

    /// <summary>
    /// Gets the products, including those that can no longer be ordered; empty when the customer has not ordered anything.
    /// </summary>
    public required IReadOnlyList<ReorderProduct> Products { get; init; }

    /// <summary>Gets recommendations: at most five products that others ordered together with these and that are not in the list.</summary>
    public IReadOnlyList<RetailerId> Picks { get; init; } = [];
}

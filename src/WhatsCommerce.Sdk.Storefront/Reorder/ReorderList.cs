namespace WhatsCommerce.Storefronts;

/// <summary>What a customer can order again, and what goes with it.</summary>
public sealed record ReorderList
{
    /// <summary>Gets what it is.</summary>
    public required ReorderKind Kind { get; init; }

    /// <summary>Gets the products, those included that cannot be ordered any more; empty when the customer has ordered nothing.</summary>
    public required IReadOnlyList<ReorderProduct> Products { get; init; }

    /// <summary>Gets products that others ordered together with these, at most five; none that stand in the list.</summary>
    public IReadOnlyList<RetailerId> Picks { get; init; } = [];
}

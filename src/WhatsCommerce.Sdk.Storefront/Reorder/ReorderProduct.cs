namespace WhatsCommerce.Storefronts;

/// <summary>A product that a customer ordered, as it stands now.</summary>
public sealed record ReorderProduct
{
    /// <summary>Gets the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets its name; the one in the order when the shop does not know it any more.</summary>
    public required string Name { get; init; }

    /// <summary>Gets how many were ordered: in the last order, or in all that were counted.</summary>
    public required int Quantity { get; init; }

    /// <summary>Gets in how many orders it was.</summary>
    public required int Orders { get; init; }

    /// <summary>Gets what it cost when it was ordered last.</summary>
    public required Money PriceThen { get; init; }

    /// <summary>Gets what it costs now; <see langword="null"/> when it cannot be ordered.</summary>
    public Money? Price { get; init; }

    /// <summary>Gets what has changed.</summary>
    public ReorderChange Change { get; init; }

    /// <summary>Gets the variants that can be ordered in its place; empty unless they changed.</summary>
    public IReadOnlyList<RetailerId> Variants { get; init; } = [];

    /// <summary>Gets what can be sent for it: itself, its variants, or nothing.</summary>
    internal IReadOnlyList<RetailerId> Sendable => Change switch
    {
        ReorderChange.None or ReorderChange.Price => [RetailerId],
        ReorderChange.Variants => Variants,
        _ => [],
    };
}

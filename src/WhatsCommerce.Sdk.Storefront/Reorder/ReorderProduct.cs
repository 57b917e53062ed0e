namespace WhatsCommerce.Storefronts;

/// <summary>Represents a product that a customer ordered, with its current state.</summary>
public sealed record ReorderProduct
{
    /// <summary>Gets the retailer id of the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets the current name; the name in the order when the shop no longer has the product.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the ordered quantity: in the last order, or in all orders that were counted.</summary>
    public required int Quantity { get; init; }

    /// <summary>Gets the number of orders that contained the product.</summary>
    public required int Orders { get; init; }

    /// <summary>Gets the unit price when the product was last ordered.</summary>
    public required Money PriceThen { get; init; }

    /// <summary>Gets the current unit price; <see langword="null"/> when the product cannot be ordered.</summary>
    public Money? Price { get; init; }

    /// <summary>Gets what has changed.</summary>
    public ReorderChange Change { get; init; }

    /// <summary>
    /// Gets the variants that can be ordered instead; empty unless <see cref="Change"/> is <see cref="ReorderChange.Variants"/>.
    /// </summary>
    public IReadOnlyList<RetailerId> Variants { get; init; } = [];

    /// <summary>Gets the products that can be sent for it: itself, its variants, or none.</summary>
    internal IReadOnlyList<RetailerId> Sendable => Change switch
    {
        ReorderChange.None or ReorderChange.Price => [RetailerId],
        ReorderChange.Variants => Variants,
        _ => [],
    };
}

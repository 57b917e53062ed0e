namespace WhatsCommerce.Testing;

/// <summary>A line of a cart: an item as the device has fetched it last, and how many of it.</summary>
public sealed record EmulatedCartLine
{
    /// <summary>The id of the item.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>What the item was called.</summary>
    public required string Title { get; init; }

    /// <summary>What one piece cost. The business must not trust it.</summary>
    public required Money Price { get; init; }

    /// <summary>How many; 1 to 99.</summary>
    public required int Quantity { get; init; }

    /// <summary>Price and quantity together.</summary>
    public Money Total => Price * Quantity;
}

namespace WhatsCommerce.Testing;

/// <summary>A line of a cart: an item as the device last fetched it, and the quantity.</summary>
public sealed record EmulatedCartLine
{
    /// <summary>The id of the item.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>The title of the item when it was fetched.</summary>
    public required string Title { get; init; }

    /// <summary>The unit price when it was fetched. The business must not trust it.</summary>
    public required Money Price { get; init; }

    /// <summary>The quantity; 1 to 99.</summary>
    public required int Quantity { get; init; }

    /// <summary>The price times the quantity.</summary>
    public Money Total => Price * Quantity;
}

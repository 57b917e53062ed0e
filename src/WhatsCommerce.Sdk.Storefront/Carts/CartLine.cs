namespace WhatsCommerce.Storefronts;

/// <summary>Represents one product in a cart.</summary>
public sealed record CartLine
{
    /// <summary>Gets the retailer id of the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets the quantity; 1 or more.</summary>
    public required int Quantity { get; init; }

    /// <summary>
    /// Gets the unit price that the customer's device showed, rounded to the digits of its currency. It is never charged, but only compared
    /// with the shop's price: the customer must confirm a difference. <see langword="null"/> when the device showed no comparable price.
    /// </summary>
    public Money? ShownPrice { get; init; }
}

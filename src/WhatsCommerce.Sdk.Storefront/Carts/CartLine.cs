namespace WhatsCommerce.Storefronts;

/// <summary>One product of a cart.</summary>
public sealed record CartLine
{
    /// <summary>Gets the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets how many; 1 or more.</summary>
    public required int Quantity { get; init; }

    /// <summary>
    /// Gets the price of one that the customer's device showed, rounded to the digits of its currency. Nothing is ever priced by it: it
    /// tells whether the customer must be told of a difference. <see langword="null"/> when the device showed none that can be compared.
    /// </summary>
    public Money? ShownPrice { get; init; }
}

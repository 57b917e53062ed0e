namespace WhatsCommerce.Webhooks;

/// <summary>One line of an order (<c>order.product_items[]</c>).</summary>
public sealed record OrderItem
{
    /// <summary><c>product_retailer_id</c>: the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary><c>quantity</c>: 1 or more.</summary>
    public required int Quantity { get; init; }

    /// <summary><c>item_price</c> and <c>currency</c>: the unit price that the customer's device claims.</summary>
    /// <remarks>
    /// Not authoritative: the device may show an outdated price. Use the price of your own catalog. <see langword="null"/> when the price
    /// or its currency is missing or not an exact decimal; the received values are then in <see cref="AdditionalProperties"/>.
    /// </remarks>
    public Money? ItemPrice { get; init; }

    /// <summary>The JSON members of the item that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}

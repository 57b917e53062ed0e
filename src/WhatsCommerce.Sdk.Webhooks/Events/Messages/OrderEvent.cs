namespace WhatsCommerce.Webhooks;

/// <summary>A cart that a customer sent (<c>messages[].order</c>).</summary>
/// <remarks>
/// It always has at least one item, and each item a product and a quantity: an order without them is a <see cref="MalformedEvent"/>.
/// Nothing is bought yet: calculate the prices from your own catalog, and answer. Source: Meta, webhooks/reference/messages/order.
/// </remarks>
public sealed partial record OrderEvent : MessageEvent
{
    /// <summary><c>catalog_id</c>.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary><c>text</c>: what the customer wrote beside the cart; may be empty or <see langword="null"/>.</summary>
    [Sensitive]
    public string? Text { get; init; }

    /// <summary><c>product_items</c>, in the order sent.</summary>
    public required IReadOnlyList<OrderItem> Items { get; init; }

    /// <summary>What the order comes to, one amount for each currency, by the prices that the customer's device claims.</summary>
    /// <remarks>
    /// Empty when a line has no price or the sum is too large: what the others come to would pass for the whole. Summed up at each
    /// call. Not authoritative, as <see cref="OrderItem.ItemPrice"/> says.
    /// </remarks>
    public IReadOnlyList<Money> Totals => OrderTotals.Of(Items);
}

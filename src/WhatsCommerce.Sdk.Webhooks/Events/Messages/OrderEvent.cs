namespace WhatsCommerce.Webhooks;

/// <summary>A cart that a customer sent (<c>messages[].order</c>).</summary>
/// <remarks>
/// It always has at least one item, and each item a product and a quantity: an order without them is a <see cref="MalformedEvent"/>.
/// Nothing is bought yet: calculate the prices from your own catalog, and answer. Source: Meta, webhooks/reference/messages/order.
/// </remarks>
public sealed partial record OrderEvent : MessageEvent
{
    /// <summary><c>catalog_id</c>: the catalog of the products.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary><c>text</c>: what the customer wrote with the cart; may be empty or <see langword="null"/>.</summary>
    [Sensitive]
    public string? Text { get; init; }

    /// <summary><c>product_items</c>, in the order sent.</summary>
    public required IReadOnlyList<OrderItem> Items { get; init; }

    /// <summary>The total of the order, one amount for each currency, with the prices that the customer's device claims.</summary>
    /// <remarks>
    /// Empty when a line has no price or the sum is too large, because a partial sum would look like the total. Calculated at each call.
    /// Not authoritative, see <see cref="OrderItem.ItemPrice"/>.
    /// </remarks>
    public IReadOnlyList<Money> Totals => OrderTotals.Of(Items);
}

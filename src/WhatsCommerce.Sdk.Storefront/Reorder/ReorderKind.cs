namespace WhatsCommerce.Storefronts;

/// <summary>Specifies what a customer is offered to order again.</summary>
public enum ReorderKind
{
    /// <summary>
    /// The products that the customer ordered most: by number of orders, then by quantity, then by the most recent order.
    /// </summary>
    Usual,

    /// <summary>The last order.</summary>
    LastOrder,
}

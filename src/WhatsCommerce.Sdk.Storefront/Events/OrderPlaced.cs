namespace WhatsCommerce.Storefronts;

/// <summary>
/// Raised when an order was placed: it is paid, marked as paid, or to be paid on delivery. Raised once per order, unless a person placed it
/// again.
/// </summary>
public sealed record OrderPlaced : OrderStoryEvent
{
    /// <summary>Gets the id of the cart.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets the total of the order.</summary>
    public required Money Total { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>
/// An order was placed: it is paid, marked as paid, or to be paid on delivery. Raised once per order, unless a person placed it again.
/// </summary>
public sealed record OrderPlaced : OrderStoryEvent
{
    /// <summary>Gets the cart.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets the total.</summary>
    public required Money Total { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>
/// An order was placed: it is paid, marked as paid, or to be paid on delivery. Of each order once, unless a person placed it anew.
/// </summary>
public sealed record OrderPlaced : OrderStoryEvent
{
    /// <summary>Gets the cart that it was.</summary>
    public required CartId CartId { get; init; }

    /// <summary>Gets what it costs.</summary>
    public required Money Total { get; init; }
}

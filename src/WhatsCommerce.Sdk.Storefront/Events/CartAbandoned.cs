namespace WhatsCommerce.Storefronts;

/// <summary>
/// Raised once per cart when a customer abandoned it: its first reminder became due, and the reminder sequence had not ended.
/// </summary>
public sealed record CartAbandoned : StorefrontEvent
{
    /// <summary>Gets the id of the cart.</summary>
    public required CartId CartId { get; init; }
}

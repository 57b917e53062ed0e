namespace WhatsCommerce.Storefronts;

/// <summary>A customer abandoned a cart: its first reminder became due, and the sequence had not ended. Raised once per cart.</summary>
public sealed record CartAbandoned : StorefrontEvent
{
    /// <summary>Gets the cart.</summary>
    public required CartId CartId { get; init; }
}

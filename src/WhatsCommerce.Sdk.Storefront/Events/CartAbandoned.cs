namespace WhatsCommerce.Storefronts;

/// <summary>A customer left a cart: the moment of its first reminder came, and nothing had ended it. Of each cart once.</summary>
public sealed record CartAbandoned : StorefrontEvent
{
    /// <summary>Gets the cart.</summary>
    public required CartId CartId { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>A customer sent a cart, or confirmed one that was proposed. Nothing is ordered yet.</summary>
public sealed record CartReceived : StorefrontEvent
{
    /// <summary>Gets the cart.</summary>
    public required CartId CartId { get; init; }
}

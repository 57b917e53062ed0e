namespace WhatsCommerce.Storefronts;

/// <summary>Raised when a customer sent a cart or confirmed a proposed one. Nothing is ordered yet.</summary>
public sealed record CartReceived : StorefrontEvent
{
    /// <summary>Gets the id of the cart.</summary>
    public required CartId CartId { get; init; }
}

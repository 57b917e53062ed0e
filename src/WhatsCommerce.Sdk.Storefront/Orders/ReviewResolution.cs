namespace WhatsCommerce.Storefronts;

/// <summary>Specifies how the review of an order ends: see <see cref="StorefrontOrders.ResolveAsync"/>.</summary>
public enum ReviewResolution
{
    /// <summary>The order is placed with what was paid.</summary>
    Place,

    /// <summary>The order is canceled; nothing is refunded automatically.</summary>
    Cancel,
}

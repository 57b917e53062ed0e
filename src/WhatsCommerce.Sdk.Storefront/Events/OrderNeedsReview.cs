namespace WhatsCommerce.Storefronts;

/// <summary>Raised when an order needs review by a person, who resolves it with <see cref="StorefrontOrders.ResolveAsync"/>.</summary>
public sealed record OrderNeedsReview : OrderStoryEvent
{
    /// <summary>Gets the reason.</summary>
    public required ReviewReason Reason { get; init; }
}

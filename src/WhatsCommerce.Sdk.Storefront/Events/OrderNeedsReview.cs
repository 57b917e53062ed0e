namespace WhatsCommerce.Storefronts;

/// <summary>An order has to be looked at by a person, who ends it with <see cref="StorefrontOrders.ResolveAsync"/>.</summary>
public sealed record OrderNeedsReview : OrderStoryEvent
{
    /// <summary>Gets why.</summary>
    public required ReviewReason Reason { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>A customer has paid by a way that takes its time.</summary>
public sealed record PaymentPending : OrderStoryEvent
{
    /// <summary>Gets the attempt.</summary>
    public required AttemptId AttemptId { get; init; }
}

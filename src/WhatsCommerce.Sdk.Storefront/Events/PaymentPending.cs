namespace WhatsCommerce.Storefronts;

/// <summary>A customer has paid with a method that takes time to complete.</summary>
public sealed record PaymentPending : OrderStoryEvent
{
    /// <summary>Gets the attempt.</summary>
    public required AttemptId AttemptId { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>Raised when a customer paid with a method that takes time to complete.</summary>
public sealed record PaymentPending : OrderStoryEvent
{
    /// <summary>Gets the id of the attempt.</summary>
    public required AttemptId AttemptId { get; init; }
}

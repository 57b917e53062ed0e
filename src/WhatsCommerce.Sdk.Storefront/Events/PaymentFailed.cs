namespace WhatsCommerce.Storefronts;

/// <summary>Raised when a payment attempt ended without a payment: it was declined, or not paid in time.</summary>
public sealed record PaymentFailed : OrderStoryEvent
{
    /// <summary>Gets the id of the attempt.</summary>
    public required AttemptId AttemptId { get; init; }

    /// <summary>Gets how it ended: <see cref="AttemptState.Failed"/> or <see cref="AttemptState.Expired"/>.</summary>
    public required AttemptState State { get; init; }
}

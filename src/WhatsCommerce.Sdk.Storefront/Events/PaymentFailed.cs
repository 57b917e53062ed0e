namespace WhatsCommerce.Storefronts;

/// <summary>A payment attempt ended without money: declined, or not paid in time.</summary>
public sealed record PaymentFailed : OrderStoryEvent
{
    /// <summary>Gets the attempt.</summary>
    public required AttemptId AttemptId { get; init; }

    /// <summary>Gets how it ended: <see cref="AttemptState.Failed"/> or <see cref="AttemptState.Expired"/>.</summary>
    public required AttemptState State { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>
/// A customer disputes a payment at the provider; the order needs review, because the provider expects an answer in time.
/// </summary>
public sealed record PaymentDisputed : OrderStoryEvent
{
    /// <summary>Gets the attempt that is disputed.</summary>
    public required AttemptId AttemptId { get; init; }

    /// <summary>Gets the amount that was paid.</summary>
    public required Money Amount { get; init; }
}

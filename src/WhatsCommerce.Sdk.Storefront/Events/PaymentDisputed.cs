namespace WhatsCommerce.Storefronts;

/// <summary>A customer disputes a payment at the provider; the order needs review, because the provider wants an answer in time.</summary>
public sealed record PaymentDisputed : OrderStoryEvent
{
    /// <summary>Gets the attempt that is disputed.</summary>
    public required AttemptId AttemptId { get; init; }

    /// <summary>Gets what was paid by it.</summary>
    public required Money Amount { get; init; }
}

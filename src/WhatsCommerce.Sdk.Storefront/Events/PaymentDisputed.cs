namespace WhatsCommerce.Storefronts;

/// <summary>
/// Raised when a customer disputes a payment at the provider; the order needs review, because the provider sets a deadline for a response.
/// </summary>
public sealed record PaymentDisputed : OrderStoryEvent
{
    /// <summary>Gets the id of the disputed attempt.</summary>
    public required AttemptId AttemptId { get; init; }

    /// <summary>Gets the amount that was paid.</summary>
    public required Money Amount { get; init; }
}

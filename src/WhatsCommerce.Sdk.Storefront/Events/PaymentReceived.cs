namespace WhatsCommerce.Storefronts;

/// <summary>Raised when a payment was received for an order.</summary>
public sealed record PaymentReceived : OrderStoryEvent
{
    /// <summary>Gets the paid amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets the id of the attempt; absent if a person marked the order as paid.</summary>
    public AttemptId AttemptId { get; init; }

    /// <summary>Gets who marked the order as paid; <see langword="null"/> if a provider reported it.</summary>
    public string? By { get; init; }

    /// <summary>Gets why the order was marked as paid; <see langword="null"/> if a provider reported the payment.</summary>
    public string? Reason { get; init; }
}

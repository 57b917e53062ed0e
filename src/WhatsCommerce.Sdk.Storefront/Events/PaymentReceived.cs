namespace WhatsCommerce.Storefronts;

/// <summary>Money was received for an order.</summary>
public sealed record PaymentReceived : OrderStoryEvent
{
    /// <summary>Gets the amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets the attempt; absent if a person marked the order as paid.</summary>
    public AttemptId AttemptId { get; init; }

    /// <summary>Gets who marked it as paid; <see langword="null"/> if a provider reported it.</summary>
    public string? By { get; init; }

    /// <summary>Gets why it was marked as paid.</summary>
    public string? Reason { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>Money came in for an order.</summary>
public sealed record PaymentReceived : OrderStoryEvent
{
    /// <summary>Gets how much.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets the attempt that brought it; absent when it was marked by hand.</summary>
    public AttemptId AttemptId { get; init; }

    /// <summary>Gets who marked it as paid; <see langword="null"/> when a provider said so.</summary>
    public string? By { get; init; }

    /// <summary>Gets why it was marked as paid.</summary>
    public string? Reason { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>Raised when a customer can pay: the provider accepted the payment attempt.</summary>
public sealed partial record CheckoutOffered : OrderStoryEvent
{
    /// <summary>Gets the id of the attempt.</summary>
    public required AttemptId AttemptId { get; init; }

    /// <summary>Gets the name of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Gets the page on which the customer pays; <see langword="null"/> when there is none.</summary>
    [Sensitive]
    public string? Url { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>A customer can pay: the provider has the attempt.</summary>
public sealed partial record CheckoutOffered : OrderStoryEvent
{
    /// <summary>Gets the attempt.</summary>
    public required AttemptId AttemptId { get; init; }

    /// <summary>Gets the name of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Gets the page on which the customer pays; <see langword="null"/> when there is none.</summary>
    [Sensitive]
    public string? Url { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>Represents the result of requesting a refund.</summary>
public sealed record RefundResult
{
    /// <summary>Gets the outcome.</summary>
    public required RefundOutcome Outcome { get; init; }

    /// <summary>Gets the refund; <see langword="null"/> when there is none.</summary>
    public Refund? Refund { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>What asking for a refund came to.</summary>
public sealed record RefundResult
{
    /// <summary>Gets what it came to.</summary>
    public required RefundOutcome Outcome { get; init; }

    /// <summary>Gets the refund; <see langword="null"/> when there is none.</summary>
    public Refund? Refund { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>What marking an order as paid came to.</summary>
public sealed record MarkResult
{
    /// <summary>Gets what it came to.</summary>
    public required MarkOutcome Outcome { get; init; }

    /// <summary>Gets the order; <see langword="null"/> when there is none.</summary>
    public Order? Order { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>Represents the result of marking an order as paid.</summary>
public sealed record MarkResult
{
    /// <summary>Gets the outcome.</summary>
    public required MarkOutcome Outcome { get; init; }

    /// <summary>Gets the order; <see langword="null"/> when there is none.</summary>
    public Order? Order { get; init; }
}

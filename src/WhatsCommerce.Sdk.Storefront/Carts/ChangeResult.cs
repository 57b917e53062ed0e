namespace WhatsCommerce.Storefronts;

/// <summary>The outcome of changing a cart.</summary>
public sealed record ChangeResult
{
    /// <summary>Gets the outcome.</summary>
    public required ChangeOutcome Outcome { get; init; }

    /// <summary>Gets the cart to go on with; <see langword="null"/> when there is none.</summary>
    public Cart? Cart { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>Represents the result of changing a cart.</summary>
public sealed record ChangeResult
{
    /// <summary>Gets the outcome.</summary>
    public required ChangeOutcome Outcome { get; init; }

    /// <summary>Gets the cart to use from now on; <see langword="null"/> when there is none.</summary>
    public Cart? Cart { get; init; }
}

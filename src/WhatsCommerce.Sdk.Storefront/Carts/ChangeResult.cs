namespace WhatsCommerce.Storefronts;

/// <summary>What changing a cart came to.</summary>
public sealed record ChangeResult
{
    /// <summary>Gets what it came to.</summary>
    public required ChangeOutcome Outcome { get; init; }

    /// <summary>Gets the cart to go on with; <see langword="null"/> when there is none.</summary>
    public Cart? Cart { get; init; }
}

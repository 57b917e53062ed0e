namespace WhatsCommerce.Storefronts;

/// <summary>What pricing a cart came to.</summary>
internal sealed record PricedCart
{
    /// <summary>The quote of the lines that can be sold; null when there are none.</summary>
    public Quote? Quote { get; init; }

    /// <summary>The lines that cannot be sold as they are.</summary>
    public IReadOnlyList<LineProblem> Problems { get; init; } = [];

    /// <summary>The prices that the device showed otherwise.</summary>
    public IReadOnlyList<PriceChange> Changes { get; init; } = [];
}

namespace WhatsCommerce.Storefronts;

/// <summary>The result of pricing a cart.</summary>
internal sealed record PricedCart
{
    /// <summary>The quote of the lines that can be sold; null when there are none.</summary>
    public Quote? Quote { get; init; }

    /// <summary>The lines that cannot be sold as they are.</summary>
    public IReadOnlyList<LineProblem> Problems { get; init; } = [];

    /// <summary>The prices that differ from those that the device showed.</summary>
    public IReadOnlyList<PriceChange> Changes { get; init; } = [];
}

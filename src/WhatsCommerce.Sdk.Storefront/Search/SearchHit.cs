namespace WhatsCommerce.Storefronts;

/// <summary>A product that was found.</summary>
public sealed record SearchHit
{
    /// <summary>Gets the product, without its description.</summary>
    public required SearchProduct Product { get; init; }

    /// <summary>Gets how well it fits, from 0 to about 1; comparable within one result.</summary>
    public required double Score { get; init; }

    /// <summary>Gets why it was found.</summary>
    public required SearchMatch Match { get; init; }

    /// <summary>Gets which of several things that were asked for it is, from 0.</summary>
    public int Part { get; init; }
}

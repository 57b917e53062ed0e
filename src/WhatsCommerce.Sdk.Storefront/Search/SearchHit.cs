namespace WhatsCommerce.Storefronts;

/// <summary>Represents a product that was found.</summary>
public sealed record SearchHit
{
    /// <summary>Gets the product, without its description.</summary>
    public required SearchProduct Product { get; init; }

    /// <summary>Gets the score, from 0 to about 1; comparable only within one result.</summary>
    public required double Score { get; init; }

    /// <summary>Gets why it was found.</summary>
    public required SearchMatch Match { get; init; }

    /// <summary>
    /// Gets the index in <see cref="SearchResult.Parts"/> of the thing that it matches, for queries that ask for several things; from 0.
    /// </summary>
    public int Part { get; init; }
}

namespace WhatsCommerce.Storefronts;

/// <summary>Represents a product that was found.</summary>
/// <param name="Product">The product, without its description.</param>
/// <param name="Score">The score, from 0 to about 1; comparable only within one result.</param>
/// <param name="Match">Why it was found.</param>
/// <param name="Part">
/// The index in <see cref="SearchResult.Parts"/> of the thing that it matches, for queries that ask for several things; from 0.
/// </param>
public sealed record SearchHit(SearchProduct Product, double Score, SearchMatch Match, int Part);

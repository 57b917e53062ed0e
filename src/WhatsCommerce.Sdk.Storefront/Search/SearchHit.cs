namespace WhatsCommerce.Storefronts;

/// <summary>A product that was found.</summary>
/// <param name="Product">The product, without its description.</param>
/// <param name="Score">How well it fits, from 0 to about 1; comparable within one result.</param>
/// <param name="Match">Why it was found.</param>
/// <param name="Part">Which of several things that were asked for it is, from 0.</param>
public sealed record SearchHit(SearchProduct Product, double Score, SearchMatch Match, int Part);

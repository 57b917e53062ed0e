namespace WhatsCommerce.Storefronts;

/// <summary>Represents the result of a search.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Hits">
/// The products that were found, best match first; empty unless the outcome is <see cref="SearchOutcome.Found"/>.
/// </param>
public sealed record SearchResult(SearchOutcome Outcome, IReadOnlyList<SearchHit> Hits)
{
    /// <summary>Gets the things that one sentence asks for, as they were written; one for most queries.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    internal static SearchResult Empty(SearchOutcome outcome) => new(outcome, []);
}

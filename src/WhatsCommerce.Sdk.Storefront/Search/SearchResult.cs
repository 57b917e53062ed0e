namespace WhatsCommerce.Storefronts;

/// <summary>The answer to a search.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Hits">What was found, the best first; empty unless the outcome is <see cref="SearchOutcome.Found"/>.</param>
public sealed record SearchResult(SearchOutcome Outcome, IReadOnlyList<SearchHit> Hits)
{
    /// <summary>Gets the things that were asked for in one sentence, as they were written; one for most queries.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    internal static SearchResult Empty(SearchOutcome outcome) => new(outcome, []);
}

namespace WhatsCommerce.Storefronts;

/// <summary>The answer to a search.</summary>
public sealed record SearchResult
{
    /// <summary>Gets what became of it.</summary>
    public required SearchOutcome Outcome { get; init; }

    /// <summary>Gets what was found, the best first; empty unless the outcome is <see cref="SearchOutcome.Found"/>.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>Gets the things that were asked for in one sentence, as they were written; one for most queries.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    internal static SearchResult Empty(SearchOutcome outcome) => new() { Outcome = outcome };
}

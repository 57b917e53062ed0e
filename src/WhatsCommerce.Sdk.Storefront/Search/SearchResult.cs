namespace WhatsCommerce.Storefronts;

/// <summary>Represents the result of a search.</summary>
public sealed record SearchResult
{
    /// <summary>Gets the outcome.</summary>
    public required SearchOutcome Outcome { get; init; }

    /// <summary>
    /// Gets the products that were found, best match first; empty unless the outcome is <see cref="SearchOutcome.Found"/>.
    /// </summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>Gets the things that one sentence asks for, as they were written; one for most queries.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    internal static SearchResult Empty(SearchOutcome outcome) => new() { Outcome = outcome };
}

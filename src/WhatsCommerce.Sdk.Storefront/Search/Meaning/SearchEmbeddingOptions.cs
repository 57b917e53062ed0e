namespace WhatsCommerce.Storefronts;

/// <summary>The options for embeddings (semantic search): see <see cref="StorefrontSearchOptions.Embeddings"/>.</summary>
public sealed class SearchEmbeddingOptions
{
    /// <summary>
    /// Gets or sets the weight of the semantic similarity relative to the word match, from 0 to 1; 0.25 unless set. It affects the ranking
    /// of word matches; words find more products of a shop than most models do.
    /// </summary>
    public float Weight { get; set; } = 0.25f;

    /// <summary>
    /// Gets or sets the minimum cosine similarity, from 0 to 1, for a product to be found by meaning alone; 0.6 unless set. Models differ:
    /// choose a value that unrelated products of your shop do not reach.
    /// </summary>
    public float Floor { get; set; } = 0.6f;

    /// <summary>Gets or sets how long a query waits for its embedding before the word search alone is used; 2 seconds unless set.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets the number of products that are embedded in one call; 64 unless set.</summary>
    public int BatchSize { get; set; } = 64;

#pragma warning disable MA0015 // What the caller reads is the name of the option, not of a parameter.
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Check()
    {
        const int LargestBatch = 2_048;
        ArgumentOutOfRangeException.ThrowIfNegative(Weight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Weight, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Floor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Floor, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BatchSize, LargestBatch);
    }
#pragma warning restore MA0015
}

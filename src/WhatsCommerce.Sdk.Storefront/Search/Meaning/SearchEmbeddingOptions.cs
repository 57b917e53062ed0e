namespace WhatsCommerce.Storefronts;

/// <summary>How the search uses embeddings beside words: see <see cref="StorefrontSearchOptions.Embeddings"/>.</summary>
public sealed class SearchEmbeddingOptions
{
    /// <summary>
    /// Gets or sets how much the nearness of meaning counts beside the words, from 0 to 1; 0.25 unless set. It orders what the words found;
    /// words find more goods of a shop than most models do.
    /// </summary>
    public float Weight { get; set; } = 0.25f;

    /// <summary>
    /// Gets or sets how near, from 0 to 1 (the cosine), a product must be to be found by its meaning alone; 0.6 unless set. Models differ:
    /// take a value that unrelated products of yours stay below, since under it the search stays silent.
    /// </summary>
    public float Floor { get; set; } = 0.6f;

    /// <summary>Gets or sets how long a query waits for its embedding before it is answered by words alone; 2 seconds unless set.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets how many products are embedded in one call; 64 unless set.</summary>
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

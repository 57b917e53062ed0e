namespace WhatsCommerce.Catalogs;

/// <summary>Options of uploading items to a catalog.</summary>
public sealed record InventoryOptions
{
    /// <summary>The catalog; the client's own by default.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>
    /// The maximum number of items in a batch: <see cref="CatalogLimits.AdvisedBatchItems"/> by default, at most
    /// <see cref="CatalogLimits.BatchItems"/>.
    /// </summary>
    public int MaxBatchItems { get; init; } = CatalogLimits.AdvisedBatchItems;

    /// <summary>The maximum size of a batch in bytes: <see cref="CatalogLimits.BatchBytes"/> by default and at most.</summary>
    public int MaxBatchBytes { get; init; } = CatalogLimits.BatchBytes;

    /// <summary>
    /// The maximum number of batches in flight, from their upload until Meta has finished them; 8 by default. These batches are in memory
    /// with their items.
    /// </summary>
    public int MaxBatchesInFlight { get; init; } = 8;

    /// <summary>The maximum number of concurrent uploads of batches; 3 by default.</summary>
    public int MaxConcurrentPosts { get; init; } = 3;

    /// <summary>
    /// How long to wait until Meta has finished a batch, before its items are reported as <see cref="InventoryReport.Unconfirmed"/>; 30
    /// minutes by default.
    /// </summary>
    public TimeSpan MaxBatchWait { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long one batch may wait in total while Meta throttles; 1 hour by default.</summary>
    public TimeSpan MaxThrottleWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether items that Meta rejected without a reason, since it reports only a sample, are sent again in batches as small as that
    /// sample, at most 50 for each batch. True by default.
    /// </summary>
    public bool ExplainRejections { get; init; } = true;

    /// <summary>
    /// Stores the progress of the upload, so that it can resume after a crash; with <see langword="null"/> it always starts from the
    /// beginning.
    /// </summary>
    public IUploadCheckpointStore? Checkpoint { get; init; }

    /// <summary>Receives the progress after each batch.</summary>
    public IProgress<InventoryProgress>? Progress { get; init; }

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    internal static void Check(InventoryOptions options)
    {
        string? problem =
            options.MaxBatchItems < 1
                || options.MaxBatchItems > CatalogLimits.BatchItems ? $"{nameof(MaxBatchItems)} must be from 1 to "
                    + $"{Limit(CatalogLimits.BatchItems)}."
            : options.MaxBatchBytes < 1
                || options.MaxBatchBytes > CatalogLimits.BatchBytes ? $"{nameof(MaxBatchBytes)} must be from 1 to "
                    + $"{Limit(CatalogLimits.BatchBytes)}."
            : options.MaxBatchesInFlight < 1 ? $"{nameof(MaxBatchesInFlight)} must be 1 or more."
            : options.MaxConcurrentPosts < 1 ? $"{nameof(MaxConcurrentPosts)} must be 1 or more."
            : options.MaxBatchWait < TimeSpan.Zero ? $"{nameof(MaxBatchWait)} must be 0 or longer."
            : options.MaxThrottleWait < TimeSpan.Zero ? $"{nameof(MaxThrottleWait)} must be 0 or longer."
            : null;
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(options));
        }
    }

    private static string Limit(int value) => value.ToString(CultureInfo.InvariantCulture);
}

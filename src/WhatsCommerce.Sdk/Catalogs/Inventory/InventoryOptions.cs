namespace WhatsCommerce.Catalogs;

/// <summary>How items are brought into a catalog.</summary>
public sealed record InventoryOptions
{
    /// <summary>The catalog; the client's own unless it is named.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>
    /// The most items of a batch: <see cref="CatalogLimits.AdvisedBatchItems"/> unless set, at most <see cref="CatalogLimits.BatchItems"/>.
    /// </summary>
    public int MaxBatchItems { get; init; } = CatalogLimits.AdvisedBatchItems;

    /// <summary>The most bytes of a batch: <see cref="CatalogLimits.BatchBytes"/> unless set, and never more.</summary>
    public int MaxBatchBytes { get; init; } = CatalogLimits.BatchBytes;

    /// <summary>
    /// How many batches are on their way at once, from when they are posted until Meta is done with them; 8 unless set. They are what is
    /// kept in memory, each with its items.
    /// </summary>
    public int MaxBatchesInFlight { get; init; } = 8;

    /// <summary>How many batches are posted at once; 3 unless set.</summary>
    public int MaxConcurrentPosts { get; init; } = 3;

    /// <summary>
    /// How long to wait for a batch to end before its items are reported as <see cref="InventoryReport.Unconfirmed"/>; 30 minutes unless
    /// set.
    /// </summary>
    public TimeSpan MaxBatchWait { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long to wait in all, for one batch, when Meta says that there are too many calls; 1 hour unless set.</summary>
    public TimeSpan MaxThrottleWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether items that Meta rejected without a reason, since it reports a sample only, are sent again in batches as small as that
    /// sample, at most 50 for each batch. True unless set.
    /// </summary>
    public bool ExplainRejections { get; init; } = true;

    /// <summary>
    /// Stores the progress of the upload, so that it can resume after a crash; with <see langword="null"/> it always starts from the
    /// beginning.
    /// </summary>
    public IUploadCheckpointStore? Checkpoint { get; init; }

    /// <summary>Told after each batch.</summary>
    public IProgress<InventoryProgress>? Progress { get; init; }

    /// <exception cref="ArgumentException">A member is out of its limits.</exception>
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

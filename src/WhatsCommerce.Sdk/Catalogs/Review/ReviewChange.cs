namespace WhatsCommerce.Catalogs;

/// <summary>A change that <see cref="ReviewsClient.WatchAsync"/> saw.</summary>
public sealed record ReviewChange
{
    /// <summary>What has happened.</summary>
    public ReviewChangeKind Kind { get; init; }

    /// <summary>The current review of the item; for <see cref="ReviewChangeKind.Removed"/> only its ids and its last status.</summary>
    public required ProductReview Review { get; init; }

    /// <summary>The status before; absent also for an item that was not seen before.</summary>
    public ReviewStatus Previous { get; init; }

    /// <summary>Whether the item was not seen before.</summary>
    public bool IsNew { get; init; }

    /// <summary>
    /// Whether it is the state at the first poll, as requested by <see cref="ReviewWatchOptions.IncludeCurrent"/>, and not a change.
    /// </summary>
    public bool IsCurrent { get; init; }

    /// <summary>When it was seen.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>The kind and the item.</summary>
    public override string ToString() => $"{Kind}: {Review}";
}

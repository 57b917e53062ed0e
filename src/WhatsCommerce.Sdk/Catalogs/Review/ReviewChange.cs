namespace WhatsCommerce.Catalogs;

/// <summary>Represents a change that <see cref="ReviewsClient.WatchAsync"/> detected.</summary>
public sealed record ReviewChange
{
    /// <summary>The kind of change.</summary>
    public ReviewChangeKind Kind { get; init; }

    /// <summary>The current review of the item; for <see cref="ReviewChangeKind.Removed"/> only its ids and its last status.</summary>
    public required ProductReview Review { get; init; }

    /// <summary>The previous status; absent also for an item that was not seen before.</summary>
    public ReviewStatus Previous { get; init; }

    /// <summary>Whether the item was not seen before.</summary>
    public bool IsNew { get; init; }

    /// <summary>
    /// Whether it is the state at the first poll, as requested by <see cref="ReviewWatchOptions.IncludeCurrent"/>, and not a change.
    /// </summary>
    public bool IsCurrent { get; init; }

    /// <summary>When the change was detected.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>The kind and the item.</summary>
    public override string ToString() => $"{Kind}: {Review}";
}

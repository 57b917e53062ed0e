namespace WhatsCommerce.Storefronts;

/// <summary>Recurring background work of a shop. Added to the blueprint of the shop.</summary>
internal interface IShopWork
{
    /// <summary>Wakes the work before it is due; null when it runs only on schedule.</summary>
    OutboxSignal? Signal => null;

    /// <summary>Whether a run may take minutes. Few such runs are concurrent, so that they do not block short ones.</summary>
    bool IsLong => false;

    /// <summary>
    /// The name of the lease by which one instance at a time does the work; null when every instance does it. Do not change it later,
    /// because it is stored.
    /// </summary>
    string? SharedName => null;

    /// <summary>Does the work that is due. A failure is logged, and the work is retried.</summary>
    /// <returns>
    /// The time until the next run: zero when there is more work now, <see cref="Timeout.InfiniteTimeSpan"/> for no further run.
    /// </returns>
    Task<TimeSpan> RunAsync(CancellationToken cancellationToken);
}

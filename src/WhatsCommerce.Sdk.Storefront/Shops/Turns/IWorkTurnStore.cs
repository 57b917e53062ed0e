namespace WhatsCommerce.Storefronts;

/// <summary>Stores the leases of shared background work: which instance does the work of a shop, and when it is due next.</summary>
internal interface IWorkTurnStore
{
    /// <summary>Acquires leases on work that is due and not leased, or already leased by the owner.</summary>
    /// <param name="works">The work items, without duplicates.</param>
    /// <param name="owner">The instance that acquires the leases.</param>
    /// <param name="lease">The duration of the leases unless they are renewed.</param>
    /// <param name="cancellationToken">Cancels the call; leases may have been acquired nevertheless.</param>
    /// <returns>For each work item null if it was leased, otherwise how long it is not available.</returns>
    Task<IReadOnlyDictionary<WorkKey, TimeSpan?>> TakeAsync(
        IReadOnlyList<WorkKey> works, Guid owner, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Renews leases.</summary>
    /// <param name="works">The work items.</param>
    /// <param name="owner">The instance that holds the leases.</param>
    /// <param name="lease">The new duration from now.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The work items whose leases the owner still held.</returns>
    Task<IReadOnlyList<WorkKey>> RenewAsync(
        IReadOnlyList<WorkKey> works, Guid owner, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Releases the leases of completed work; leases that the owner no longer holds are not changed.</summary>
    /// <param name="works">The work items, and the time until each is due again.</param>
    /// <param name="owner">The instance that held the leases.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the call.</returns>
    Task FinishAsync(
        IReadOnlyList<(WorkKey Work, TimeSpan Wait)> works, Guid owner, CancellationToken cancellationToken = default);
}

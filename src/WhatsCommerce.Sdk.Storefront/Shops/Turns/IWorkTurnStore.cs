namespace WhatsCommerce.Storefronts;

/// <summary>Keeps which instance does which work of a shop, and when it is due next.</summary>
internal interface IWorkTurnStore
{
    /// <summary>Takes works that are due and that nobody holds, and those that the owner holds already.</summary>
    /// <param name="works">The works, each once.</param>
    /// <param name="owner">Who takes them.</param>
    /// <param name="lease">For how long they are held unless they are renewed.</param>
    /// <param name="cancellationToken">Cancels the call; works may have been taken all the same.</param>
    /// <returns>Of each work nothing when it was taken, else how long it is not to be had.</returns>
    Task<IReadOnlyDictionary<WorkKey, TimeSpan?>> TakeAsync(
        IReadOnlyList<WorkKey> works, Guid owner, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Holds works for longer.</summary>
    /// <param name="works">The works.</param>
    /// <param name="owner">Who holds them.</param>
    /// <param name="lease">For how long from now.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Those that the owner still held.</returns>
    Task<IReadOnlyList<WorkKey>> RenewAsync(
        IReadOnlyList<WorkKey> works, Guid owner, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Gives works back that are done; those that the owner does not hold any more stay as they are.</summary>
    /// <param name="works">The works, and how long until each is due again.</param>
    /// <param name="owner">Who held them.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the call.</returns>
    Task FinishAsync(
        IReadOnlyList<(WorkKey Work, TimeSpan Wait)> works, Guid owner, CancellationToken cancellationToken = default);
}

namespace WhatsCommerce.Storefronts;

/// <summary>Stores the reminders of a shop: settings, due times, and outcomes.</summary>
/// <remarks>
/// Safe for any number of instances: writes use optimistic concurrency by row version, and a claim increments the version. The default
/// store is the database of the app; without a database it is <see cref="MemoryRecoveryStore"/>.
/// </remarks>
public interface IRecoveryStore
{
    /// <summary>Writes a step atomically.</summary>
    /// <param name="step">The step.</param>
    /// <param name="cancellationToken">Cancels the call; the step may have been written nevertheless.</param>
    /// <returns><see langword="false"/> if the version of a row does not match; nothing is written then.</returns>
    Task<bool> WriteAsync(RecoveryStep step, CancellationToken cancellationToken = default);

    /// <summary>Finds the settings of a shop.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The settings; <see langword="null"/> when none were stored.</returns>
    Task<RecoverySettings?> FindSettingsAsync(string shopId, CancellationToken cancellationToken = default);

    /// <summary>Finds the sequence of a cart.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="cartId">The cart that the customer sent.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sequence; <see langword="null"/> when there is none.</returns>
    Task<RecoverySequence?> FindSequenceAsync(string shopId, CartId cartId, CancellationToken cancellationToken = default);

    /// <summary>Finds the data of a customer.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The data; <see langword="null"/> when there is none.</returns>
    Task<RecoveryCustomer?> FindCustomerAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default);

    /// <summary>Finds a reminder.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="id">The reminder.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The reminder; <see langword="null"/> when there is none.</returns>
    Task<Reminder?> FindReminderAsync(string shopId, ReminderId id, CancellationToken cancellationToken = default);

    /// <summary>Lists the reminders of a cart, the oldest first.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="cartId">The cart.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The reminders.</returns>
    Task<IReadOnlyList<Reminder>> ListRemindersAsync(string shopId, CartId cartId, CancellationToken cancellationToken = default);

    /// <summary>Claims (leases) due sequences without an active claim, the earliest first, and increments their version.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="now">Sequences that are due at this time or earlier.</param>
    /// <param name="until">When the claim expires.</param>
    /// <param name="limit">The maximum number of items.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sequences as stored after the claim, in any order.</returns>
    Task<IReadOnlyList<RecoverySequence>> ClaimAsync(
        string shopId, DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancellationToken = default);

    /// <summary>Counts the reminders that were decided to be sent since a time.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="since">The time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of reminders, including those with an unknown outcome.</returns>
    Task<int> CountSentAsync(string shopId, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>Counts reminders and carts for a report.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="from">The start of the period.</param>
    /// <param name="until">The exclusive end of the period.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Reminders by <see cref="Reminder.At"/>, carts by <see cref="RecoverySequence.RemindedAt"/>.</returns>
    Task<RecoveryTotals> CountAsync(
        string shopId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default);

    /// <summary>Lists the sequences of a customer, in any order.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sequences.</returns>
    Task<IReadOnlyList<RecoverySequence>> ListSequencesAsync(
        string shopId, CustomerKey customer, CancellationToken cancellationToken = default);

    /// <summary>Deletes the data of a customer, whatever its version. Sequences and reminders are kept.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the work.</returns>
    Task RemoveCustomerAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default);

    /// <summary>Deletes ended sequences with their reminders, oldest first.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="before">Sequences whose cart was sent before this time are deleted.</param>
    /// <param name="limit">The maximum number of sequences.</param>
    /// <param name="cancellationToken">Cancels the call; sequences that were already deleted stay deleted.</param>
    /// <returns>The number of sequences that were deleted.</returns>
    Task<int> PurgeAsync(string shopId, DateTimeOffset before, int limit, CancellationToken cancellationToken = default);

    /// <summary>Moves everything of a customer to the surviving customer, in one transaction. Idempotent.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="merged">The keys.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the work.</returns>
    Task MergeCustomersAsync(string shopId, CustomersMerged merged, CancellationToken cancellationToken = default);
}

namespace WhatsCommerce.Storefronts;

/// <summary>Keeps the reminders of a shop: their settings, which carts are due when, and what came of them.</summary>
/// <remarks>
/// Safe for any number of instances: rows change from the version that was read, and a claim is a change. The default is the database of
/// the app; without one, everything is in the memory of the process: <see cref="MemoryRecoveryStore"/>.
/// </remarks>
public interface IRecoveryStore
{
    /// <summary>Writes a step, all of it or nothing.</summary>
    /// <param name="step">The step.</param>
    /// <param name="cancellationToken">Cancels the call; the step may have been written all the same.</param>
    /// <returns><see langword="false"/>, and nothing is written, when a row has another version than the step says.</returns>
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

    /// <summary>Finds what is known of a customer.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The customer; <see langword="null"/> when nothing is known.</returns>
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

    /// <summary>Claims sequences that are due and under no claim, the earliest first, and raises their version.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="now">Sequences that are due at this time or earlier.</param>
    /// <param name="until">Until when they are claimed.</param>
    /// <param name="limit">The maximum number of items.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sequences, as they are now stored, in any order.</returns>
    Task<IReadOnlyList<RecoverySequence>> ClaimAsync(
        string shopId, DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancellationToken = default);

    /// <summary>Counts the reminders that were decided to be sent since a time.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="since">The time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many, those without a known outcome included.</returns>
    Task<int> CountSentAsync(string shopId, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>Counts for a report.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="from">The beginning of the time.</param>
    /// <param name="until">Its end, which is not part of it.</param>
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

    /// <summary>Removes what is known of a customer, in whatever version. Sequences and reminders stay.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the work.</returns>
    Task RemoveCustomerAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default);

    /// <summary>Removes sequences that have ended, with their reminders, the oldest first.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="before">Those whose cart was sent before this time.</param>
    /// <param name="limit">At most so many sequences.</param>
    /// <param name="cancellationToken">Cancels the call; what was removed stays removed.</param>
    /// <returns>How many sequences were found and removed.</returns>
    Task<int> PurgeAsync(string shopId, DateTimeOffset before, int limit, CancellationToken cancellationToken = default);

    /// <summary>Moves everything of a customer to the customer that survives, in one transaction. Repeatable.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="merged">The keys.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the work.</returns>
    Task MergeCustomersAsync(string shopId, CustomersMerged merged, CancellationToken cancellationToken = default);
}

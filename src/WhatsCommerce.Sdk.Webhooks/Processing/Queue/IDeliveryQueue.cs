namespace WhatsCommerce.Webhooks;

/// <summary>Stores verified events durably until an instance has handled them: what stands behind <c>UseDeliveryQueue</c>.</summary>
/// <remarks>
/// <para>Events belong to conversations. One instance at a time owns a conversation, for the length of a lease that it renews; so the
/// events of a conversation run in order, wherever they run. The queue delivers at least once: after a crash the next owner gets the events
/// of the previous one again. The <see cref="IWebhookStore"/> prevents that completed handlers run again.</para>
/// <para>Implementations must be thread-safe. Later versions may add members, each with a default implementation.</para>
/// </remarks>
public interface IDeliveryQueue
{
    /// <summary>Prepares the queue, such as its tables. Called when the app starts.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">A prerequisite is missing; the message says what to do.</exception>
    ValueTask StartAsync(CancellationToken cancellationToken = default) => default;

    /// <summary>
    /// Called when this instance leases nothing more, because the app stops. Conversations that it has leased may still run and be
    /// finished; release everything else that the queue reserved for this instance to the others. <see cref="StartAsync"/> may follow.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask StopAsync(CancellationToken cancellationToken = default) => default;

    /// <summary>Stores events. When the task completes, they must be durable: only then is a delivery answered 200.</summary>
    /// <remarks>
    /// The events of several calls in one process are stored in the order of the calls. An event that is already waiting is not stored
    /// again.
    /// </remarks>
    /// <param name="events">The events of one delivery, in order. All are stored, or none.</param>
    /// <param name="cancellationToken">A token to cancel the wait; the events may be stored all the same.</param>
    ValueTask AppendAsync(IReadOnlyList<QueuedEvent> events, CancellationToken cancellationToken = default);

    /// <summary>
    /// Leases conversations that have events to run, in equal shares for all tenants, the longest waiting first within each tenant.
    /// </summary>
    /// <param name="lane">The lane.</param>
    /// <param name="limit">The maximum number of conversations, at least 1.</param>
    /// <param name="lease">How long they belong to the caller unless renewed.</param>
    /// <param name="cancellationToken">
    /// A token to cancel the operation; conversations may be leased all the same, until the lease ends.
    /// </param>
    /// <returns>The leases; empty when nothing is ready.</returns>
    ValueTask<IReadOnlyList<ConversationLease>> LeaseAsync(
        DeliveryLane lane, int limit, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Extends leases, counted from now.</summary>
    /// <param name="leases">The leases.</param>
    /// <param name="lease">How long they hold from now on.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Those of <paramref name="leases"/> that the caller still owns.</returns>
    ValueTask<IReadOnlyList<ConversationLease>> RenewAsync(
        IReadOnlyList<ConversationLease> leases, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes the events that are done, postpones those that failed, and releases the conversation. Does nothing when there is another
    /// owner.
    /// </summary>
    /// <param name="lease">The lease.</param>
    /// <param name="outcome">The results of its events.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    ValueTask FinishAsync(ConversationLease lease, ConversationOutcome outcome, CancellationToken cancellationToken = default);

    /// <summary>
    /// Waits until something may have been stored in a lane since the last wait, by this instance or another, or until the timeout.
    /// </summary>
    /// <param name="lane">The lane.</param>
    /// <param name="atMost">The timeout; a queue that is not notified of what others store only waits.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask WaitAsync(DeliveryLane lane, TimeSpan atMost, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes events that contain a text, so that they do not run any more. An event that is already running is finished.
    /// </summary>
    /// <param name="texts">The texts, such as the digits of a phone number; each must not be blank.</param>
    /// <param name="cancellationToken">A token to cancel the operation; what was removed stays removed.</param>
    ValueTask ForgetAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    /// <summary>Measures the waiting events, for metrics and health. Throws when the queue does not work.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The non-empty lanes.</returns>
    ValueTask<IReadOnlyList<LaneDepth>> MeasureAsync(CancellationToken cancellationToken = default);
}

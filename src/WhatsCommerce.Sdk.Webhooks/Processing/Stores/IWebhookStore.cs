namespace WhatsCommerce.Webhooks;

/// <summary>Records which handler is done with which event, so that a redelivery does not run it again (deduplication).</summary>
/// <remarks>
/// <para>A store holds one entry for each <see cref="WebhookKey"/>. A key is claimed for the length of a lease; a claim that was neither
/// settled nor renewed in time is free again, since its owner is gone. Each claim has a token: for an owner whose key was claimed by
/// another owner, the methods return <see langword="false"/> and change nothing. An owner whose lease ended, but whose key nobody claimed
/// meanwhile, still holds its claim.</para>
/// <para>Settled keys are remembered for at least seven days, as long as Meta redelivers; so are the attempts of keys that are not
/// settled.</para>
/// <para>When a task completes, its change must be as durable as the guarantee that is built on it. Implementations must be thread-safe. An
/// exception means that the outcome is unknown, and the delivery is answered 500.</para>
/// <para>Later versions may add members, each with a default implementation, so that existing stores keep working.</para>
/// </remarks>
public interface IWebhookStore
{
    /// <summary>
    /// Claims a key. The attempt is counted before the task completes, so that an event that ends the process is counted too.
    /// </summary>
    /// <param name="key">The event and the handler that is to run.</param>
    /// <param name="lease">How long the claim holds unless it is renewed.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask<WebhookClaim> TryBeginAsync(WebhookKey key, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Settles a claim as completed: the handler completed, and does not run again for the event.</summary>
    /// <param name="claim">A claim that was granted.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the claim still held; <see langword="true"/> also when this same claim was completed before.</returns>
    ValueTask<bool> CompleteAsync(WebhookClaim claim, CancellationToken cancellationToken = default);

    /// <summary>Releases a claim: the handler failed, and may run again at once.</summary>
    /// <param name="claim">A claim that was granted.</param>
    /// <param name="error">The reason, for a person who looks into the store. It contains no secret and no customer's text.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the claim still held.</returns>
    ValueTask<bool> AbandonAsync(WebhookClaim claim, string error, CancellationToken cancellationToken = default);

    /// <summary>Settles a claim as dead: the event is kept as a dead letter and does not run again for this handler.</summary>
    /// <param name="claim">A claim that was granted.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the claim still held; <see langword="true"/> also when this same claim was marked dead before.</returns>
    ValueTask<bool> MarkDeadAsync(WebhookClaim claim, CancellationToken cancellationToken = default);

    /// <summary>Extends a claim, counted from now.</summary>
    /// <param name="claim">A claim that was granted.</param>
    /// <param name="lease">How long the claim holds from now on.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the claim still held.</returns>
    ValueTask<bool> RenewAsync(WebhookClaim claim, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Frees a dead key and resets its attempts. Does nothing to a key in any other state.</summary>
    /// <param name="key">The key of a dead letter that is to be replayed.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask ReviveAsync(WebhookKey key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes texts from the data that the store keeps for humans: the ids of events may contain a phone number. Keys are still
    /// recognized.
    /// </summary>
    /// <remarks>A store that contains only hashes need not override this method.</remarks>
    /// <param name="texts">The texts, such as the digits of a phone number.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask ForgetAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    /// <summary>Checks that the store works; throws when it does not. For health checks.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask CheckAsync(CancellationToken cancellationToken = default);
}

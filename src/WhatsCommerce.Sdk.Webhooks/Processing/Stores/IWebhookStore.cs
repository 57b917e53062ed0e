namespace WhatsCommerce.Webhooks;

/// <summary>Remembers which handler is done with which event, so that a redelivery does not run it again.</summary>
/// <remarks>
/// <para>One row a <see cref="WebhookKey"/>. It is claimed for the length of a lease; a claim that was neither settled nor renewed in
/// time is free again, since its owner is gone. Each claim has a token: an owner that was overtaken is told so by
/// <see langword="false"/>, and changes nothing. One whose lease ended, but whose key nobody took meanwhile, still holds its claim.</para>
/// <para>Keys that are settled are remembered for at least seven days, as long as Meta repeats deliveries; so are the attempts of those
/// that are not.</para>
/// <para>Everything must be as durable as the promise that is built on it when the task completes. All members are called side by side
/// from many threads; an exception means that nothing is known, and the delivery is answered 500.</para>
/// </remarks>
public interface IWebhookStore
{
    /// <summary>Claims a key. The attempt is counted before this returns, so that an event that ends the process is counted too.</summary>
    /// <param name="key">What to run.</param>
    /// <param name="lease">How long the claim is good unless renewed.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    ValueTask<WebhookClaim> TryBeginAsync(WebhookKey key, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Settles a claim: the handler completed, and is not run again for the event.</summary>
    /// <param name="claim">A claim that was granted.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Whether the claim still held; true also when this very claim was completed before.</returns>
    ValueTask<bool> CompleteAsync(WebhookClaim claim, CancellationToken cancellationToken = default);

    /// <summary>Gives a claim back: the handler failed, and may be run again at once.</summary>
    /// <param name="claim">A claim that was granted.</param>
    /// <param name="error">Why, for the person who looks into the store; holds no secret and no customer's text.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Whether the claim still held.</returns>
    ValueTask<bool> AbandonAsync(WebhookClaim claim, string error, CancellationToken cancellationToken = default);

    /// <summary>Settles a claim: the event is given up for this handler, and a dead letter keeps it.</summary>
    /// <param name="claim">A claim that was granted.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Whether the claim still held; true also when this very claim was given up before.</returns>
    ValueTask<bool> MarkDeadAsync(WebhookClaim claim, CancellationToken cancellationToken = default);

    /// <summary>Lengthens a claim, from now on.</summary>
    /// <param name="claim">A claim that was granted.</param>
    /// <param name="lease">How long it is good from now on.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Whether the claim still held.</returns>
    ValueTask<bool> RenewAsync(WebhookClaim claim, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Makes a dead key free again, with its attempts counted anew. Does nothing to a key in any other state.</summary>
    /// <param name="key">The key of a dead letter that is to be run again.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    ValueTask ReviveAsync(WebhookKey key, CancellationToken cancellationToken = default);

    /// <summary>Makes sure that the store can do its work; throws when it cannot. For health checks.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    ValueTask CheckAsync(CancellationToken cancellationToken = default);
}

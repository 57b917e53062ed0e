namespace WhatsCommerce.Webhooks;

/// <summary>Claims the events of dead letters.</summary>
internal static class ReplayClaims
{
    /// <summary>Claims an event that is kept as a dead letter.</summary>
    /// <remarks>
    /// The letter is appended before its key is marked dead, so a replay may find the key still claimed, and dead a moment later. Such an
    /// event has not been handled: a dead key is revived whenever the store answers that nothing is left to do.
    /// </remarks>
    public static async ValueTask<WebhookClaim> BeginReplayAsync(
        this IWebhookStore store, WebhookKey key, TimeSpan lease, CancellationToken cancellationToken)
    {
        WebhookClaim claim = await store.TryBeginAsync(key, lease, cancellationToken).ConfigureAwait(false);
        if (claim.State != WebhookClaimState.Done)
        {
            return claim;
        }

        await store.ReviveAsync(key, cancellationToken).ConfigureAwait(false);
        return await store.TryBeginAsync(key, lease, cancellationToken).ConfigureAwait(false);
    }
}

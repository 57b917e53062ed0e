namespace WhatsCommerce.Webhooks;

/// <summary>
/// What an <see cref="IWebhookStore"/> may implement as well: renewing claims without the thread pool, so that handlers which block its
/// threads cannot keep their own leases from being renewed.
/// </summary>
/// <remarks>
/// <para>Nothing here may wait for the thread pool: no blocking on a task that completes there, and no connection that only comes back
/// once somebody else's task goes on. Called from one thread at a time, which is not the pool's.</para>
/// <para>The claims of a store that does not implement it are renewed by <see cref="IWebhookStore.RenewAsync"/>; with all of the
/// pool's threads blocked that may come too late.</para>
/// </remarks>
public interface ISynchronousRenewal
{
    /// <summary>Lengthens a claim, from now on.</summary>
    /// <param name="claim">A claim that was granted.</param>
    /// <param name="lease">How long it is good from now on. Return, or throw, well before that.</param>
    /// <returns>
    /// Whether the claim still held; <see langword="null"/> when that cannot be told now, for instance while the handler's own transaction
    /// is completing it. Then it is asked again.
    /// </returns>
    bool? Renew(WebhookClaim claim, TimeSpan lease);
}

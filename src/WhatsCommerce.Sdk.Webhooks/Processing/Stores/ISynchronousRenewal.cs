namespace WhatsCommerce.Webhooks;

/// <summary>
/// An optional interface of an <see cref="IWebhookStore"/>: renews claims without the thread pool, so that handlers that block its threads
/// cannot keep their own leases from being renewed.
/// </summary>
/// <remarks>
/// <para>An implementation must not wait for the thread pool: it must not block on a task that completes there, nor on a connection that is
/// returned only when another task continues. It is called from one thread at a time, which is not a pool thread.</para>
/// <para>The claims of a store that does not implement it are renewed by <see cref="IWebhookStore.RenewAsync"/>. When all threads of the
/// pool are blocked, that may be too late.</para>
/// </remarks>
public interface ISynchronousRenewal
{
    /// <summary>Extends a claim, counted from now.</summary>
    /// <param name="claim">A claim that was granted.</param>
    /// <param name="lease">How long the claim holds from now on. The method must return or throw well before that.</param>
    /// <returns>
    /// Whether the claim still held; <see langword="null"/> when this is unknown for now, for instance while the handler's own transaction
    /// completes it. Then the renewal is retried.
    /// </returns>
    bool? Renew(WebhookClaim claim, TimeSpan lease);
}

namespace WhatsCommerce.Webhooks;

/// <summary>
/// The event, the key and the attempt of a handler's run. Registered as a scoped service, so that a handler can take it in its constructor.
/// </summary>
/// <remarks>
/// The effect of a handler and the record of its completion are two steps. After a crash between them the handler runs again, with the same
/// <see cref="Key"/>. Pass the key to services that support idempotency keys, pass <see cref="OnceKey"/> with messages that you send, or
/// make the completion part of your own transaction.
/// </remarks>
public sealed class WebhookContext
{
    /// <summary>Initializes a context, for your own tests of handlers and behaviors.</summary>
    /// <param name="webhookEvent">The event.</param>
    /// <param name="endpointName">The name of the endpoint; empty for the endpoint without a name.</param>
    /// <param name="claim">A claim as a store grants it: <see cref="WebhookClaim.Claimed"/>.</param>
    /// <param name="customerKey">The key of the event's customer.</param>
    /// <param name="tenant">The tenant of the event, at an endpoint that has tenants.</param>
    public WebhookContext(
        WebhookEvent webhookEvent,
        string endpointName,
        WebhookClaim claim,
        CustomerKey customerKey = default,
        WhatsCommerceTenant? tenant = null)
    {
        ArgumentNullException.ThrowIfNull(webhookEvent);
        ArgumentNullException.ThrowIfNull(endpointName);
        Event = webhookEvent;
        EndpointName = endpointName;
        Claim = claim;
        CustomerKey = customerKey;
        Tenant = tenant;
    }

    /// <summary>Gets the event.</summary>
    public WebhookEvent Event { get; }

    /// <summary>Gets the name of the endpoint that received it; empty for the endpoint without a name.</summary>
    public string EndpointName { get; }

    /// <summary>Gets the name of the handler.</summary>
    public string HandlerName => Claim.Key.Handler;

    /// <summary>
    /// Gets the key of the event and the handler: the same in each attempt and each redelivery, different for all others.
    /// </summary>
    public WebhookKey Key => Claim.Key;

    /// <summary>
    /// Gets the number of the attempt, starting at 1. A greater value means that an earlier attempt failed or was interrupted, perhaps
    /// after its effect.
    /// </summary>
    public int Attempt => Claim.Attempt;

    /// <summary>Gets the claim that proves that this run owns the key.</summary>
    public WebhookClaim Claim { get; }

    /// <summary>
    /// Gets a value indicating whether the event was older than <see cref="WebhookOptions.MaxEventAge"/> when its turn to run came: an
    /// answer or an offer may come too late. Always <see langword="false"/> when that option is not set, and for a dead letter that is
    /// replayed.
    /// </summary>
    public bool IsLate { get; init; }

    /// <summary>
    /// Gets the tenant that the event belongs to; <see langword="null"/> unless the endpoint has tenants, see <c>UseTenants</c>.
    /// </summary>
    public WhatsCommerceTenant? Tenant { get; internal set; }

    /// <summary>
    /// Returns a key for <c>SendOptions.OnceKey</c>: the same in each attempt and each redelivery of the event, different for every other
    /// event, handler and purpose. With it, a handler that runs again does not send the message again.
    /// </summary>
    /// <param name="purpose">
    /// The purpose of the message, such as "confirmation": a different word for each message that the handler sends.
    /// </param>
    /// <returns>A hash, since the key of an event may contain a phone number.</returns>
    /// <exception cref="ArgumentException"><paramref name="purpose"/> is blank.</exception>
    public string OnceKey(string purpose)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        return SendKey.HashOf(Key.Event, Key.Handler, purpose);
    }

    /// <summary>
    /// Gets the key of the event's customer: the same whichever phone number or user id the webhook contains. Absent when the event has no
    /// customer.
    /// </summary>
    /// <remarks>
    /// See <see cref="ICustomerIdentities"/> for how long a key is valid and what happens when two keys turn out to be one customer.
    /// </remarks>
    public CustomerKey CustomerKey { get; internal set; }

    internal bool IsCompletionTakenOver { get; private set; }

    /// <summary>
    /// Declares that the handler completes the claim itself, as part of its own transaction. When the handler returns, the store is only
    /// asked whether it did; if it did not, the run counts as failed.
    /// </summary>
    public void TakeOverCompletion() => IsCompletionTakenOver = true;

    internal bool IsCompleted { get; private set; }

    /// <summary>
    /// Declares that the claim has been completed, in a transaction that is known to be committed: the store is not asked whether it was.
    /// </summary>
    /// <remarks>
    /// For stores that commit what a handler wrote and the completion of its claim themselves, as <see cref="IDatabaseWebhookStore"/> lets
    /// them. While the outcome of a commit is not known, call <see cref="TakeOverCompletion"/> instead.
    /// </remarks>
    public void MarkCompleted() => IsCompletionTakenOver = IsCompleted = true;

    /// <summary>Returns the endpoint, the handler and the attempt.</summary>
    public override string ToString() => new StringBuilder("WebhookContext { ")
        .Member("EndpointName", EndpointName).Member("HandlerName", HandlerName).Member("Attempt", Attempt).Append(" }").ToString();
}

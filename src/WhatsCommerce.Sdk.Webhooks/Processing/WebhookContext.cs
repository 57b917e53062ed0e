using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>The circumstances in which a handler runs. A handler takes it as a service: it is registered as scoped.</summary>
/// <remarks>
/// What a handler does and that it is done are two things, and a crash may come between them: then it runs again, with the same
/// <see cref="Key"/>. Give the key to whatever you call that knows idempotency keys, <see cref="OnceKey"/> to the messages that you send, or
/// let a transaction of yours include the completion.
/// </remarks>
public sealed class WebhookContext
{
    /// <summary>Makes one, for tests of your own handlers and behaviors.</summary>
    /// <param name="webhookEvent">The event.</param>
    /// <param name="endpointName">The name of the endpoint; empty for the one without a name.</param>
    /// <param name="claim">A claim as a store grants it: <see cref="WebhookClaim.Claimed"/>.</param>
    /// <param name="customerKey">The key of the event's customer.</param>
    public WebhookContext(WebhookEvent webhookEvent, string endpointName, WebhookClaim claim, CustomerKey customerKey = default)
    {
        ArgumentNullException.ThrowIfNull(webhookEvent);
        ArgumentNullException.ThrowIfNull(endpointName);
        Event = webhookEvent;
        EndpointName = endpointName;
        Claim = claim;
        CustomerKey = customerKey;
    }

    /// <summary>The event.</summary>
    public WebhookEvent Event { get; }

    /// <summary>The name of the endpoint that it came to; empty for the one without a name.</summary>
    public string EndpointName { get; }

    /// <summary>The name of the handler.</summary>
    public string HandlerName => Claim.Key.Handler;

    /// <summary>The event and the handler: the same in each attempt and each redelivery, different for all others.</summary>
    public WebhookKey Key => Claim.Key;

    /// <summary>Which attempt this is, from 1 on. More than 1 means that an earlier one failed or was cut off, perhaps after its effect.</summary>
    public int Attempt => Claim.Attempt;

    /// <summary>The proof that this run owns the key.</summary>
    public WebhookClaim Claim { get; }

    /// <summary>
    /// Whether the event was older than <see cref="WebhookOptions.MaxEventAge"/> when its turn came: what answers or offers something may
    /// come too late. Never, unless that is set, nor for a dead letter that is run again.
    /// </summary>
    public bool IsLate { get; init; }

    /// <summary>
    /// A key for <c>SendOptions.OnceKey</c>: the same in each attempt and each redelivery of the event, different for every other event,
    /// handler and purpose. So a handler that runs again does not send again.
    /// </summary>
    /// <param name="purpose">What the message is for, such as "confirmation": one word for each message that the handler sends.</param>
    /// <returns>A hash: an event's key may hold a phone number.</returns>
    /// <exception cref="ArgumentException">The purpose is blank.</exception>
    public string OnceKey(string purpose)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        return SendKey.HashOf(Key.Event, Key.Handler, purpose);
    }

    /// <summary>
    /// The key of the customer whom the event concerns: the same whichever number or user id the webhook names. Absent where it concerns no
    /// customer.
    /// </summary>
    /// <remarks>From <see cref="ICustomerIdentities"/>, which tells for how long a key is good and what happens when two are one customer's.</remarks>
    public CustomerKey CustomerKey { get; internal set; }

    internal bool IsCompletionTakenOver { get; private set; }

    /// <summary>
    /// Says that the handler completes the claim itself, as a part of its own transaction. When it returns, the store is only asked
    /// whether it did; if not, the run counts as failed.
    /// </summary>
    public void TakeOverCompletion() => IsCompletionTakenOver = true;

    /// <summary>Endpoint, handler and attempt.</summary>
    public override string ToString() => new StringBuilder("WebhookContext { ")
        .Member("EndpointName", EndpointName).Member("HandlerName", HandlerName).Member("Attempt", Attempt).Append(" }").ToString();
}

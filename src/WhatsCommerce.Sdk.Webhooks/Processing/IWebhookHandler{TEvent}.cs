namespace WhatsCommerce.Webhooks;

/// <summary>
/// Handles one event type, or all events of a base type such as <see cref="MessageEvent"/> or <see cref="WebhookEvent"/>.
/// </summary>
/// <typeparam name="TEvent">
/// The event type. A class may implement the interface for several types; an event goes to the most derived one only.
/// </typeparam>
/// <remarks>
/// <para>Register it with <c>AddHandler&lt;THandler&gt;()</c>. Dependency injection creates it in a new scope for each run. Its constructor
/// may take <see cref="WebhookContext"/>, which holds the key of the event and the attempt.</para>
/// <para>Delivery is at least once. After a handler completed, it does not run again for the event for as long as the store of handled
/// events remembers it. But the effect of a handler and the record of its completion are two steps: after a crash between them it runs
/// again, as it does after a failure. Make the handler idempotent, or make the completion part of its own transaction:
/// <see cref="WebhookContext.TakeOverCompletion"/>.</para>
/// <para>The events of one customer run one after the other, in the order received; those of different customers run in parallel.</para>
/// </remarks>
public interface IWebhookHandler<TEvent> : IWebhookHandler
    where TEvent : WebhookEvent
{
    // Not contravariant on purpose: a handler of MessageEvent would then also count as a handler of OrderEvent, and run twice.

    /// <summary>
    /// Handles an event. The event counts as handled when the task completes, and as failed when it throws; then it is retried.
    /// </summary>
    /// <param name="webhookEvent">The event.</param>
    /// <param name="cancellationToken">
    /// Canceled when the app stops, or when the run no longer owns the event, so that another run may handle it. Not canceled when Meta
    /// closes the connection.
    /// </param>
    /// <returns>A task that represents the work.</returns>
    Task HandleAsync(TEvent webhookEvent, CancellationToken cancellationToken);
}

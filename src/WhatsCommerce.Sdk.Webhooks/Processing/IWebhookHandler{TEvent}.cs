namespace WhatsCommerce.Webhooks;

/// <summary>Handles one type of event, or all events of a base type such as <see cref="MessageEvent"/> or <see cref="WebhookEvent"/>.</summary>
/// <typeparam name="TEvent">The type of the event. A class may implement the interface for several; an event goes to the closest.</typeparam>
/// <remarks>
/// Registered with <c>AddHandler&lt;THandler&gt;()</c> and made by dependency injection, in a scope of its own for each event.
/// Meta delivers at least once, and delivers the whole batch again when anything in it failed: a handler must bear to run again for
/// an event that it has already handled.
/// </remarks>
public interface IWebhookHandler<TEvent> : IWebhookHandler
    where TEvent : WebhookEvent
{
    // Not contravariant on purpose: a handler of MessageEvent would then count as a handler of OrderEvent as well, and run twice.

    /// <summary>Handles an event. It counts as handled when the task completes, and as failed when it throws.</summary>
    /// <param name="webhookEvent">The event.</param>
    /// <param name="cancellationToken">Cancelled when the app stops, not when Meta hangs up.</param>
    /// <returns>The work.</returns>
    Task HandleAsync(TEvent webhookEvent, CancellationToken cancellationToken);
}

namespace WhatsCommerce.Webhooks;

/// <summary>Handles one type of event, or all events of a base type such as <see cref="MessageEvent"/> or <see cref="WebhookEvent"/>.</summary>
/// <typeparam name="TEvent">The type of the event. A class may implement the interface for several; an event goes to the closest.</typeparam>
/// <remarks>
/// <para>Registered with <c>AddHandler&lt;THandler&gt;()</c> and made by dependency injection, in a scope of its own for each run. There it
/// may take <see cref="WebhookContext"/>, which tells the key of the event and the attempt.</para>
/// <para>Once it completed it does not run again for the event, as long as the store of handled events remembers. But what it does and
/// that it is done are two steps: after a crash between them it runs again, as it does after a failure. So it must bear to run again, or
/// make the completion part of its own transaction: <see cref="WebhookContext.TakeOverCompletion"/>.</para>
/// <para>Events of one customer come one after the other, in the order received; those of different customers at the same time.</para>
/// </remarks>
public interface IWebhookHandler<TEvent> : IWebhookHandler
    where TEvent : WebhookEvent
{
    // Not contravariant on purpose: a handler of MessageEvent would then count as a handler of OrderEvent as well, and run twice.

    /// <summary>Handles an event. It counts as handled when the task completes, and as failed when it throws: then it is tried again.</summary>
    /// <param name="webhookEvent">The event.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the app stops, or when the run no longer owns the event, so that somebody else may handle it; not when Meta hangs up.
    /// </param>
    /// <returns>The work.</returns>
    Task HandleAsync(TEvent webhookEvent, CancellationToken cancellationToken);
}

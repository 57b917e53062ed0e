namespace WhatsCommerce.Webhooks;

/// <summary>
/// Wraps each run of each handler of an endpoint, for cross-cutting concerns such as logging, transactions, tenants and retries.
/// </summary>
/// <remarks>
/// <para>Register it with <c>AddBehavior&lt;TBehavior&gt;()</c>. Dependency injection creates it in the scope of the run. The behavior that
/// is added first is the outermost.</para>
/// <para>A run counts as handled when the outermost behavior completes, and as failed when it throws. A behavior that swallows an
/// exception, or does not call <c>next</c>, therefore settles the event for this handler.</para>
/// </remarks>
public interface IWebhookBehavior
{
    /// <summary>Runs around a handler.</summary>
    /// <param name="context">The event, the handler and the attempt.</param>
    /// <param name="next">The next behavior, or the handler itself. Pass it the token, or a token linked to it.</param>
    /// <param name="cancellationToken">Canceled when the app stops, or when the run no longer owns the event.</param>
    /// <returns>A task that represents the run.</returns>
    Task HandleAsync(WebhookContext context, Func<CancellationToken, Task> next, CancellationToken cancellationToken);
}

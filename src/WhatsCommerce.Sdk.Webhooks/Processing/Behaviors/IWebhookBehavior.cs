namespace WhatsCommerce.Webhooks;

/// <summary>Stands around each run of each handler of an endpoint: for logging, transactions, tenants, retries, whatever concerns all.</summary>
/// <remarks>
/// <para>Registered with <c>AddBehavior&lt;TBehavior&gt;()</c> and made by dependency injection in the scope of the run. The one that was
/// added first is the outermost.</para>
/// <para>A run is handled when the outermost behavior completes and failed when it throws: one that swallows an exception, or does not
/// call on, settles the event for this handler.</para>
/// </remarks>
public interface IWebhookBehavior
{
    /// <summary>Runs around a handler.</summary>
    /// <param name="context">The event, the handler and the attempt.</param>
    /// <param name="next">The next behavior, or the handler itself. Hand it the token, or one linked to it.</param>
    /// <param name="cancellationToken">Cancelled when the app stops, or when the run no longer owns the event.</param>
    /// <returns>The work.</returns>
    Task HandleAsync(WebhookContext context, Func<CancellationToken, Task> next, CancellationToken cancellationToken);
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Runs the handlers of the events of a delivery.</summary>
internal sealed class EventDispatcher(IServiceScopeFactory scopes, ILogger logger)
{
    /// <summary>
    /// Runs every handler of every event, one after the other, in the order in which the events came and the handlers were registered.
    /// A failure holds back neither the other handlers nor the other events.
    /// </summary>
    /// <returns>How many runs failed.</returns>
    /// <exception cref="OperationCanceledException">The app stops; what had not begun did not run.</exception>
    public async Task<int> DispatchAsync(
        string endpoint, IReadOnlyList<WebhookEvent> events, HandlerRegistration[] handlers, CancellationToken cancellationToken)
    {
        int failures = 0;
        for (int i = 0; i < events.Count; i++)
        {
            EventPlace place = new(endpoint, i, events.Count);
            bool handled = false;
            foreach (HandlerRegistration handler in handlers)
            {
                if (handler.Accepts(events[i]))
                {
                    handled = true;
                    failures += await RunAsync(handler, events[i], place, cancellationToken).ConfigureAwait(false) ? 0 : 1;
                }
            }

            if (!handled)
            {
                LogUnhandled(events[i], place);
            }
        }

        return failures;
    }

    /// <summary>The one place where a handler is run for an event; whatever is remembered of a pair is remembered around it.</summary>
    /// <returns>Whether it completed.</returns>
    private async Task<bool> RunAsync(
        HandlerRegistration handler, WebhookEvent webhookEvent, EventPlace place, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // A scope for each run, not for each event: what a failed handler left in a DbContext must not be saved by the next one.
            AsyncServiceScope scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                await handler.InvokeAsync(scope.ServiceProvider, webhookEvent, cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever a handler throws must not reach the other handlers.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.HandlerFailed(logger, exception, handler.Name, webhookEvent.GetType().Name, webhookEvent.IdForLogs(), place);
            return false;
        }
    }

    private void LogUnhandled(WebhookEvent webhookEvent, EventPlace place)
    {
        switch (webhookEvent)
        {
            case UnknownEvent unknown:
                Log.UnknownEventWithoutHandler(logger, unknown.Field, unknown.Type, unknown.IdForLogs(), place);
                break;
            case MalformedEvent malformed:
                Log.MalformedEventWithoutHandler(logger, malformed.Path, malformed.Reason, malformed.IdForLogs(), place);
                break;
            default:
                if (!logger.IsEnabled(LogLevel.Debug))
                {
                    break;
                }

                Log.EventWithoutHandler(logger, webhookEvent.GetType().Name, webhookEvent.IdForLogs(), place);
                break;
        }
    }
}

using System.Diagnostics;
using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Calls a handler, with the behaviors around it, in a scope of its own.</summary>
internal sealed class HandlerPipeline(ProcessingServices services, BehaviorRegistration[] behaviors)
{
    /// <summary>Runs a handler whose claim is held.</summary>
    /// <returns>What it threw; <see langword="null"/> when it completed.</returns>
    public async ValueTask<Exception?> RunAsync(HandlerRegistration handler, HeldClaim held)
    {
        WebhookContext context = held.Context;
        Exception? failure = null;
        using Activity? activity = Telemetry.StartRun(context);
        bool isCounted = Telemetry.CountActive(context);
        long begun = held.AliveSince;
        try
        {
            // A scope for each run, not for each event: what a failed handler left in a DbContext must not be saved by the next one.
            RunServices scope = new(services.Scopes, context);
            await using (scope.ConfigureAwait(false))
            {
                await InvokeAsync(0, handler, scope, context, held.Token).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // Whatever a handler throws must not reach the other handlers.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }

        Telemetry.FinishRun(activity, context, isCounted, services.Time, begun, failure);
        return failure;
    }

    private Task InvokeAsync(
        int index, HandlerRegistration handler, IServiceProvider scope, WebhookContext context, CancellationToken cancellationToken) =>
        index == behaviors.Length
            ? handler.InvokeAsync(scope, context.Event, cancellationToken)
            : InvokeBehaviorAsync(index, handler, scope, context, cancellationToken);

    private Task InvokeBehaviorAsync(
        int index, HandlerRegistration handler, IServiceProvider scope, WebhookContext context, CancellationToken cancellationToken) =>
        behaviors[index].InvokeAsync(
            scope, context, token => InvokeAsync(index + 1, handler, scope, context, token), cancellationToken);
}

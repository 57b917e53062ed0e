using System.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Invokes a handler, wrapped in the behaviors, in its own scope.</summary>
internal sealed class HandlerPipeline(ProcessingServices services, BehaviorRegistration[] behaviors)
{
    /// <summary>Runs a handler whose claim is held.</summary>
    /// <returns>The exception that it threw; <see langword="null"/> when it completed.</returns>
    public async ValueTask<Exception?> RunAsync(HandlerRegistration handler, HeldClaim held)
    {
        WebhookContext context = held.Context;
        Exception? failure = null;
        using Activity? activity = Telemetry.StartRun(context);
        bool isCounted = Telemetry.CountActive(context);
        long begun = services.Time.GetTimestamp();
        try
        {
            // A scope for each run, not for each event: what a failed handler left in a DbContext must not be saved by the next handler.
            RunServices scope = new(services.Scopes, context);
            await using (scope.ConfigureAwait(false))
            {
                await InvokeAsync(0, handler, scope, held, held.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            // Whatever a handler throws must not stop the other handlers.
            failure = exception;
        }

        Telemetry.FinishRun(activity, context, isCounted, services.Time, begun, failure);
        return failure;
    }

    private Task InvokeAsync(
        int index, HandlerRegistration handler, IServiceProvider scope, HeldClaim held, CancellationToken cancellationToken) =>
        index == behaviors.Length
            ? handler.InvokeAsync(scope, held.Context.Event, cancellationToken)
            : InvokeBehaviorAsync(index, handler, scope, held, cancellationToken);

    private Task InvokeBehaviorAsync(
        int index, HandlerRegistration handler, IServiceProvider scope, HeldClaim held, CancellationToken cancellationToken) =>
        behaviors[index].InvokeAsync(
            scope,
            held.Context,
            token =>
            {
                // The behavior may have waited. The handler must not start if the claim is lost by now.
                held.Token.ThrowIfCancellationRequested();
                return InvokeAsync(index + 1, handler, scope, held, token);
            },
            cancellationToken);
}

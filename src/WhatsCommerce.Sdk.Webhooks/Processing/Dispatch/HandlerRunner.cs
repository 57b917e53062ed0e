using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Brings one event to one handler: claims the pair, runs the handler, and has the claim settled.</summary>
internal sealed class HandlerRunner(ProcessingServices services, LeaseKeeper leases, HandlerPipeline pipeline, ClaimSettler settler)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Sees to it that the handler is done with the event, if that can be now.</summary>
    /// <exception cref="OperationCanceledException">The app stops.</exception>
    public async ValueTask<RunResult> RunAsync(HandlerRegistration handler, ReceivedEvent received)
    {
        Delivery delivery = received.Delivery;
        WebhookEvent webhookEvent = received.Event;
        delivery.Stopping.ThrowIfCancellationRequested();
        try
        {
            WebhookKey key = new(received.Key, handler.Name);
            WebhookClaim claim = await services.Store.TryBeginAsync(key, delivery.Options.Lease, delivery.Stopping).ConfigureAwait(false);
            if (claim.State == WebhookClaimState.InProgress)
            {
                claim = await WaitForOtherAsync(claim, delivery).ConfigureAwait(false);
            }

            switch (claim.State)
            {
                case WebhookClaimState.Done:
                    return ClaimSettler.End(received, handler.Name, "duplicate", RunResult.Done);
                case WebhookClaimState.InProgress:
                    Log.RunsElsewhere(
                        services.Logger, handler.Name, webhookEvent.GetType().Name, webhookEvent.IdForLogs(), received.Place);
                    return ClaimSettler.End(received, handler.Name, "in_progress", RunResult.InProgress);
                case WebhookClaimState.Claimed when claim.Attempt > delivery.MaxAttempts:
                    return await settler.GiveUpAsync(received, claim, "Each attempt was cut off, by the end of the process or of the app.")
                        .ConfigureAwait(false);
                default:
                    return await RunClaimedAsync(handler, received, claim).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (delivery.Stopping.IsCancellationRequested)
        {
            ClaimSettler.End(received, handler.Name, "stopped", RunResult.Failed);
            throw;
        }
#pragma warning disable CA1031 // What handlers throw does not come here: this is the store's, and the next event may have more luck.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.StoreFailed(
                services.Logger, exception, handler.Name, webhookEvent.GetType().Name, webhookEvent.IdForLogs(), received.Place);
            return ClaimSettler.End(received, handler.Name, "store_failed", RunResult.StoreFailed);
        }
    }

    /// <summary>Waits some time for the outcome of whoever else runs the pair, and claims it when that is open.</summary>
    private async ValueTask<WebhookClaim> WaitForOtherAsync(WebhookClaim claim, Delivery delivery)
    {
        WebhookOptions options = delivery.Options;
        long begun = services.Time.GetTimestamp();
        for (TimeSpan pause = FirstPause; claim.State == WebhookClaimState.InProgress; pause = Least(2 * pause, LongestPause))
        {
            TimeSpan left = options.WaitForOtherDelivery - services.Time.GetElapsedTime(begun);
            if (left <= TimeSpan.Zero)
            {
                break;
            }

            await Task.Delay(Least(pause, left), services.Time, delivery.Stopping).ConfigureAwait(false);
            claim = await services.Store.TryBeginAsync(claim.Key, options.Lease, delivery.Stopping).ConfigureAwait(false);
        }

        return claim;
    }

    private async ValueTask<RunResult> RunClaimedAsync(HandlerRegistration handler, ReceivedEvent received, WebhookClaim claim)
    {
        Delivery delivery = received.Delivery;
        WebhookContext context = new(received.Event, delivery.EndpointName, claim);
        using HeldClaim held = new(context, delivery.Options.Lease, services.Time.GetTimestamp(), delivery.Stopping);
        leases.Add(held);
        Exception? failure = await IdentifyAsync(received, held).ConfigureAwait(false)
            ?? await pipeline.RunAsync(handler, held).ConfigureAwait(false);
        leases.Remove(held);

        if (context.IsCompletionTakenOver)
        {
            return await settler.AskAsync(received, context, failure).ConfigureAwait(false);
        }

        if (failure is null)
        {
            // Lost or not: the store knows best whether somebody else took over.
            return await settler.CompleteAsync(received, context).ConfigureAwait(false);
        }

        return held.IsLost
            ? settler.Lose(received, handler.Name)
            : await settler.FailAsync(received, claim, failure).ConfigureAwait(false);
    }

    /// <summary>Finds the customer's key. Within the attempt, so that what cannot be found is given up in the end, too.</summary>
    /// <returns>Why it cannot be found.</returns>
    private async ValueTask<Exception?> IdentifyAsync(ReceivedEvent received, HeldClaim held)
    {
        if (received.Customer is not { } customer)
        {
            return null;
        }

        try
        {
            held.Context.CustomerKey = await services.Identities.ResolveAsync(customer, held.Token).ConfigureAwait(false);
            return null;
        }
#pragma warning disable CA1031 // Whatever the identities throw: the handler did not run, and is tried again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

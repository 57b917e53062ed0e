using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Brings one event to one handler: claims the pair, runs it, and settles the claim. What is promised is kept here.</summary>
/// <remarks>
/// Settling does not take the stopping token: a handler that had its effect is recorded even while the app stops, and one that had not
/// is set free at once for whoever comes next.
/// </remarks>
internal sealed class HandlerRunner(
    ProcessingServices services, LeaseKeeper leases, HandlerPipeline pipeline, DeadLetterWriter deadLetters)
{
    private static readonly CancellationToken Unstoppable = CancellationToken.None;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Sees to it that the handler is done with the event, if that can be now.</summary>
    /// <exception cref="OperationCanceledException">The app stops.</exception>
    public async ValueTask<RunResult> RunAsync(HandlerRegistration handler, ReceivedEvent received)
    {
        Delivery delivery = received.Delivery;
        delivery.Stopping.ThrowIfCancellationRequested();
        try
        {
            WebhookClaim claim = await ClaimAsync(new(received.Key, handler.Name), delivery).ConfigureAwait(false);
            return claim.State switch
            {
                WebhookClaimState.Done => End(received, handler.Name, "duplicate", RunResult.Done),
                WebhookClaimState.InProgress => RunsElsewhere(received, handler.Name),
                _ when claim.Attempt > delivery.Options.MaxAttempts => await GiveUpAsync(
                    received, claim, "Each attempt was cut off, by the end of the process or of the app.").ConfigureAwait(false),
                _ => await RunClaimedAsync(handler, received, claim).ConfigureAwait(false),
            };
        }
        catch (OperationCanceledException) when (delivery.Stopping.IsCancellationRequested)
        {
            End(received, handler.Name, "stopped", RunResult.Failed);
            throw;
        }
#pragma warning disable CA1031 // What handlers throw does not come here: this is the store's, and the next event may have more luck.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.StoreFailed(services.Logger, exception, handler.Name, received.Event.GetType().Name, received.Event.IdForLogs(), received.Place);
            return End(received, handler.Name, "store_failed", RunResult.StoreFailed);
        }
    }

    /// <summary>Claims a pair. While somebody else runs it, waits some time for the outcome.</summary>
    private async ValueTask<WebhookClaim> ClaimAsync(WebhookKey key, Delivery delivery)
    {
        WebhookOptions options = delivery.Options;
        WebhookClaim claim = await services.Store.TryBeginAsync(key, options.Lease, delivery.Stopping).ConfigureAwait(false);
        if (claim.State != WebhookClaimState.InProgress)
        {
            return claim;
        }

        long begun = services.Time.GetTimestamp();
        for (TimeSpan pause = FirstPause; claim.State == WebhookClaimState.InProgress; pause = Least(2 * pause, LongestPause))
        {
            TimeSpan left = options.WaitForOtherDelivery - services.Time.GetElapsedTime(begun);
            if (left <= TimeSpan.Zero)
            {
                break;
            }

            await Task.Delay(Least(pause, left), services.Time, delivery.Stopping).ConfigureAwait(false);
            claim = await services.Store.TryBeginAsync(key, options.Lease, delivery.Stopping).ConfigureAwait(false);
        }

        return claim;
    }

    private async ValueTask<RunResult> RunClaimedAsync(HandlerRegistration handler, ReceivedEvent received, WebhookClaim claim)
    {
        Delivery delivery = received.Delivery;
        WebhookContext context = new(received.Event, delivery.EndpointName, claim);
        Exception? failure;
        bool isLost;
        using (HeldClaim held = new(context, delivery.Options.Lease, services.Time.GetTimestamp(), delivery.Stopping))
        {
            leases.Add(held);
            failure = await pipeline.RunAsync(handler, held).ConfigureAwait(false);
            leases.Remove(held);
            isLost = held.IsLost;
        }

        if (context.IsCompletionTakenOver)
        {
            WebhookClaim now = await services.Store.TryBeginAsync(claim.Key, delivery.Options.Lease, Unstoppable).ConfigureAwait(false);
            if (now.State == WebhookClaimState.Done)
            {
                return Complete(received, context);
            }

            failure ??= new InvalidOperationException("The handler took over the completion and did not commit it.");
            (claim, isLost) = now.State == WebhookClaimState.Claimed ? (now, false) : (claim, isLost);
        }

        if (isLost)
        {
            return Lost(received, handler.Name);
        }

        if (failure is not null)
        {
            return await FailAsync(received, claim, failure).ConfigureAwait(false);
        }

        return await services.Store.CompleteAsync(claim, Unstoppable).ConfigureAwait(false) ? Complete(received, context) : Lost(received, handler.Name);
    }

    private async ValueTask<RunResult> FailAsync(ReceivedEvent received, WebhookClaim claim, Exception failure)
    {
        Delivery delivery = received.Delivery;
        if (failure is OperationCanceledException && delivery.Stopping.IsCancellationRequested)
        {
            await services.Store.AbandonAsync(claim, "The app stopped.", Unstoppable).ConfigureAwait(false);
            throw new OperationCanceledException(null, failure, delivery.Stopping);
        }

        int most = delivery.Options.MaxAttempts;
        WebhookEvent webhookEvent = received.Event;
        Log.HandlerFailed(
            services.Logger, failure, claim.Key.Handler, webhookEvent.GetType().Name, webhookEvent.IdForLogs(), received.Place, claim.Attempt, most);
        if (claim.Attempt >= most)
        {
            return await GiveUpAsync(received, claim, $"{failure.GetType().FullName}: {failure.Message}").ConfigureAwait(false);
        }

        // The message of an exception may hold what the customer wrote.
        await services.Store.AbandonAsync(claim, failure.GetType().FullName!, Unstoppable).ConfigureAwait(false);
        return End(received, claim.Key.Handler, "failed", RunResult.Failed);
    }

    /// <summary>Keeps the event as a dead letter and then settles it. In this order: a crash in between keeps the letter twice, which is once.</summary>
    private async ValueTask<RunResult> GiveUpAsync(ReceivedEvent received, WebhookClaim claim, string error)
    {
        // One whose claim is lost must not bury what another one may be completing.
        if (!await services.Store.RenewAsync(claim, received.Delivery.Options.Lease, Unstoppable).ConfigureAwait(false))
        {
            return Lost(received, claim.Key.Handler);
        }

        if (!await deadLetters.TryKeepAsync(received, claim, error).ConfigureAwait(false))
        {
            await services.Store.AbandonAsync(claim, "The dead letter could not be kept.", Unstoppable).ConfigureAwait(false);
            return End(received, claim.Key.Handler, "store_failed", RunResult.StoreFailed);
        }

        return await services.Store.MarkDeadAsync(claim, Unstoppable).ConfigureAwait(false)
            ? End(received, claim.Key.Handler, "dead", RunResult.Done)
            : Lost(received, claim.Key.Handler);
    }

    private RunResult Complete(ReceivedEvent received, WebhookContext context)
    {
        Telemetry.Handled(context, services.Time);
        return End(received, context.HandlerName, "handled", RunResult.Done);
    }

    private RunResult Lost(ReceivedEvent received, string handlerName)
    {
        Log.ClaimLost(services.Logger, handlerName, received.Event.GetType().Name, received.Event.IdForLogs(), received.Place);
        return End(received, handlerName, "lost", RunResult.InProgress);
    }

    private RunResult RunsElsewhere(ReceivedEvent received, string handlerName)
    {
        Log.RunsElsewhere(services.Logger, handlerName, received.Event.GetType().Name, received.Event.IdForLogs(), received.Place);
        return End(received, handlerName, "in_progress", RunResult.InProgress);
    }

    private static RunResult End(ReceivedEvent received, string handlerName, string outcome, RunResult result)
    {
        Telemetry.Ended(received.Delivery.EndpointName, handlerName, received.Event, outcome);
        return result;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

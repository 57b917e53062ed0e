using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Brings one event to one handler: claims the pair, runs the handler, and has the claim settled.</summary>
internal sealed class HandlerRunner(
    ProcessingServices services, WaitingRoom room, LeaseKeeper leases, HandlerPipeline pipeline, ClaimSettler settler)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    private readonly Places _places = new(room);

    /// <summary>Sees to it that the handler is done with the event, if that can be now.</summary>
    /// <exception cref="OperationCanceledException">The app stops.</exception>
    public async ValueTask<RunResult> RunAsync(HandlerRegistration handler, ReceivedEvent received)
    {
        Delivery delivery = received.Delivery;
        WebhookEvent webhookEvent = received.Event;
        delivery.Stopping.ThrowIfCancellationRequested();
        try
        {
            for (TimeSpan pause = FirstPause; ; pause = 2 * pause < LongestPause ? 2 * pause : LongestPause)
            {
                if (!await _places.TakeAsync(delivery, received.Turn).ConfigureAwait(false))
                {
                    Log.NoPlace(services.Logger, handler.Name, webhookEvent.GetType().Name, webhookEvent.IdForLogs(), received.Place);
                    return ClaimSettler.End(received, handler.Name, "in_progress", RunResult.InProgress);
                }

                try
                {
                    if (await TryRunAsync(handler, received).ConfigureAwait(false) is { } result)
                    {
                        return result;
                    }
                }
                finally
                {
                    _places.Release();
                }

                // Somebody else runs it. Its outcome is waited for without a place, so that others can run.
                if (!await room.PauseAsync(pause, delivery, received.Turn).ConfigureAwait(false))
                {
                    Log.RunsElsewhere(
                        services.Logger, handler.Name, webhookEvent.GetType().Name, webhookEvent.IdForLogs(), received.Place);
                    return ClaimSettler.End(received, handler.Name, "in_progress", RunResult.InProgress);
                }
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

    /// <summary>Claims the pair, and runs the handler.</summary>
    /// <returns>What became of it; <see langword="null"/> when somebody else holds the claim.</returns>
    private async ValueTask<RunResult?> TryRunAsync(HandlerRegistration handler, ReceivedEvent received)
    {
        Delivery delivery = received.Delivery;
        long asked = services.Time.GetTimestamp();
        WebhookClaim claim = await services.Store
            .TryBeginAsync(new(received.Key, handler.Name), delivery.Options.Lease, delivery.Stopping).ConfigureAwait(false);
        if (claim.State == WebhookClaimState.InProgress)
        {
            return null;
        }

        room.Leave(delivery, received.Turn);
        if (claim.State == WebhookClaimState.Done)
        {
            return ClaimSettler.End(received, handler.Name, "duplicate", RunResult.Done);
        }

        if (claim.Attempt > delivery.MaxAttempts)
        {
            return await settler.GiveUpAsync(received, claim, "Each attempt was cut off, by the end of the process or of the app.")
                .ConfigureAwait(false);
        }

        using HeldClaim held = new(
            new(received.Event, delivery.EndpointName, claim) { IsLate = received.IsLate }, delivery.Options.Lease, asked, delivery.Stopping);
        leases.Add(held);
        try
        {
            return await RunClaimedAsync(handler, received, held).ConfigureAwait(false);
        }
        finally
        {
            leases.Remove(held);
        }
    }

    /// <summary>Runs the handler, and has the claim settled while it is still renewed.</summary>
    private async ValueTask<RunResult> RunClaimedAsync(HandlerRegistration handler, ReceivedEvent received, HeldClaim held)
    {
        if (received.MaySkip(held.Claim))
        {
            return await settler.SkipAsync(received, held).ConfigureAwait(false);
        }

        Exception? failure = await IdentifyAsync(received, held).ConfigureAwait(false);

        // The store's answer may have waited for a free thread for longer than the lease.
        if (!await leases.IsAliveAsync(held).ConfigureAwait(false))
        {
            return await settler.GiveBackAsync(received, held.Claim).ConfigureAwait(false);
        }

        failure ??= await pipeline.RunAsync(handler, held).ConfigureAwait(false);
        if (held.Context.IsCompletionTakenOver)
        {
            return await settler.AskAsync(received, held.Context, failure).ConfigureAwait(false);
        }

        if (failure is null)
        {
            // Lost or not: the store knows best whether somebody else took over.
            return await settler.CompleteAsync(received, held).ConfigureAwait(false);
        }

        return held.IsLost
            ? settler.Lose(received, handler.Name)
            : await settler.FailAsync(received, held.Claim, failure).ConfigureAwait(false);
    }

    /// <summary>Finds the customer's key. Within the attempt, so that what cannot be found is given up in the end, too.</summary>
    /// <returns>Why it cannot be found.</returns>
    private async ValueTask<Exception?> IdentifyAsync(ReceivedEvent received, HeldClaim held)
    {
        if (received.Turn.Identity is not { } customer)
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
}

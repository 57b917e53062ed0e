namespace WhatsCommerce.Webhooks;

/// <summary>Runs one handler for one event: claims the pair, runs the handler, and settles the claim.</summary>
internal sealed class HandlerRunner(
    ProcessingServices services, WaitingRoom room, LeaseKeeper leases, HandlerPipeline pipeline, ClaimSettler settler, bool usesTenants)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    private readonly Places _places = new(room);

    /// <summary>Runs the handler for the event, if it is not done yet and can run now.</summary>
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
                    _places.Release(delivery);
                }

                // Another run holds the claim. The wait for its outcome takes no concurrency slot, so that other events can run.
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
        catch (Exception exception)
        {
            // Handlers' exceptions do not get here: this one is the store's, which may work for the next event.
            Log.StoreFailed(
                services.Logger, exception, handler.Name, webhookEvent.GetType().Name, webhookEvent.IdForLogs(), received.Place);
            return ClaimSettler.End(received, handler.Name, "store_failed", RunResult.StoreFailed);
        }
    }

    /// <summary>Claims the pair of event and handler, and runs the handler.</summary>
    /// <returns>The result; <see langword="null"/> when another run holds the claim.</returns>
    private async ValueTask<RunResult?> TryRunAsync(HandlerRegistration handler, ReceivedEvent received)
    {
        Delivery delivery = received.Delivery;
        long asked = services.Time.GetTimestamp();
        WebhookKey key = new(received.Key, handler.Name);
        WebhookClaim claim = delivery.IsReplayOf(handler.Name)
            ? await services.Store.BeginReplayAsync(key, delivery.Options.Lease, delivery.Stopping).ConfigureAwait(false)
            : await services.Store.TryBeginAsync(key, delivery.Options.Lease, delivery.Stopping).ConfigureAwait(false);
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
            new(received.Event, delivery.EndpointName, claim) { IsLate = received.IsLate },
            delivery.Options.Lease,
            asked,
            delivery.Stopping);
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

    /// <summary>Runs the handler, and settles the claim while it is still being renewed.</summary>
    private async ValueTask<RunResult> RunClaimedAsync(HandlerRegistration handler, ReceivedEvent received, HeldClaim held)
    {
        if (received.MaySkip(held.Claim))
        {
            return await settler.SkipAsync(received, held).ConfigureAwait(false);
        }

        Exception? failure = await IdentifyAsync(received, held).ConfigureAwait(false);

        // The continuation after the store's answer may have waited for a free thread for longer than the lease.
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
            // Even when the claim seems lost: only the store knows whether another run took over.
            return await settler.CompleteAsync(received, held).ConfigureAwait(false);
        }

        return held.IsLost
            ? settler.Lose(received, handler.Name)
            : await settler.FailAsync(received, held.Claim, failure).ConfigureAwait(false);
    }

    /// <summary>
    /// Resolves the tenant and the customer's key. This is part of the attempt, so that an event whose tenant is gone, or whose customer
    /// cannot be resolved, is dead-lettered in the end.
    /// </summary>
    /// <returns>The exception if one of them cannot be resolved; otherwise, <see langword="null"/>.</returns>
    private async ValueTask<Exception?> IdentifyAsync(ReceivedEvent received, HeldClaim held)
    {
        try
        {
            if (usesTenants)
            {
                held.Context.Tenant = await services.Tenants.FindAsync(received.Event, held.Token).ConfigureAwait(false)
                    ?? throw new InvalidOperationException("The event belongs to no tenant any more.");
            }

            if (received.Turn.Identity is { } customer)
            {
                held.Context.CustomerKey = await services.Identities.ResolveAsync(customer, held.Token).ConfigureAwait(false);
            }

            return null;
        }
        catch (Exception exception)
        {
            // Whatever the stores throw: the handler did not run, and the attempt is retried.
            return exception;
        }
    }
}

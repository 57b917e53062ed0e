namespace WhatsCommerce.Webhooks;

/// <summary>
/// Records in the stores how a run ended, and returns what that means for the delivery. The delivery guarantees are implemented here.
/// </summary>
/// <remarks>
/// None of this is canceled when the app stops: a handler that completed is recorded, and the claim of one that did not is released at once
/// for the next attempt.
/// </remarks>
internal sealed class ClaimSettler(ProcessingServices services, DeadLetterWriter deadLetters)
{
    private static readonly CancellationToken Unstoppable = CancellationToken.None;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Settles a claim whose handler completed.</summary>
    public async ValueTask<RunResult> CompleteAsync(ReceivedEvent received, HeldClaim held)
    {
        if (!await CompleteAsync(held).ConfigureAwait(false))
        {
            return Lose(received, held.Context.HandlerName);
        }

        Telemetry.Handled(held.Context, services.Time);
        return End(received, held.Context.HandlerName, "handled", RunResult.Done);
    }

    /// <summary>Settles an event that is older than the app accepts, without running the handler.</summary>
    public async ValueTask<RunResult> SkipAsync(ReceivedEvent received, HeldClaim held)
    {
        if (!await CompleteAsync(held).ConfigureAwait(false))
        {
            return Lose(received, held.Context.HandlerName);
        }

        received.Delivery.CountSkipped();
        return End(received, held.Context.HandlerName, "skipped", RunResult.Done);
    }

    /// <summary>Releases a claim whose lease ended before the handler could start.</summary>
    public async ValueTask<RunResult> GiveBackAsync(ReceivedEvent received, WebhookClaim claim)
    {
        WebhookEvent webhookEvent = received.Event;
        Log.StartedTooLate(services.Logger, claim.Key.Handler, webhookEvent.GetType().Name, webhookEvent.IdForLogs(), received.Place);
        await services.Store.AbandonAsync(claim, "The lease ended before the handler could start.", Unstoppable).ConfigureAwait(false);
        return End(received, claim.Key.Handler, "lost", RunResult.InProgress);
    }

    /// <summary>
    /// Settles a claim whose completion the handler took over: unless it was told of the commit, only the store knows whether the handler's
    /// transaction committed, whatever the handler threw.
    /// </summary>
    public async ValueTask<RunResult> AskAsync(ReceivedEvent received, WebhookContext context, Exception? failure)
    {
        WebhookClaim now = context.IsCompleted
            ? WebhookClaim.Done(context.Key)
            : await services.Store
                .TryBeginAsync(context.Key, received.Delivery.Options.Lease, Unstoppable).ConfigureAwait(false);
        if (now.State == WebhookClaimState.Done)
        {
            Telemetry.Handled(context, services.Time);
            return End(received, context.HandlerName, "handled", RunResult.Done);
        }

        // InProgress is the handler's own claim, left open. A new claim means that the handler's claim had ended and nobody else had taken
        // the key.
        return await FailAsync(
            received,
            now.State == WebhookClaimState.Claimed ? now : context.Claim,
            failure ?? new InvalidOperationException("The handler took over the completion and did not commit it.")).ConfigureAwait(false);
    }

    /// <summary>Settles a claim whose handler failed, or was canceled because the app stops.</summary>
    public async ValueTask<RunResult> FailAsync(ReceivedEvent received, WebhookClaim claim, Exception failure)
    {
        Delivery delivery = received.Delivery;
        if (failure is OperationCanceledException && delivery.Stopping.IsCancellationRequested)
        {
            await services.Store.AbandonAsync(claim, "The app stopped.", Unstoppable).ConfigureAwait(false);
            throw new OperationCanceledException(null, failure, delivery.Stopping);
        }

        string error = $"{failure.GetType().FullName}: {failure.Message}";
        delivery.Report(error);
        int most = delivery.MaxAttempts;
        WebhookEvent webhookEvent = received.Event;
        Log.HandlerFailed(
            services.Logger,
            failure,
            claim.Key.Handler,
            webhookEvent.GetType().Name,
            webhookEvent.IdForLogs(),
            received.Place,
            claim.Attempt,
            most);
        if (claim.Attempt >= most)
        {
            return await GiveUpAsync(received, claim, error).ConfigureAwait(false);
        }

        // Only the exception type is stored: the message may contain what the customer wrote.
        bool isOurs = await services.Store.AbandonAsync(claim, failure.GetType().FullName!, Unstoppable).ConfigureAwait(false);
        return isOurs ? End(received, claim.Key.Handler, "failed", RunResult.Failed) : Lose(received, claim.Key.Handler);
    }

    /// <summary>Dead-letters an event whose attempts are exhausted: appends the dead letter, and then settles the claim.</summary>
    /// <remarks>
    /// The order matters: after a crash in between, the letter is appended again under the same id, which changes nothing.
    /// </remarks>
    public async ValueTask<RunResult> GiveUpAsync(ReceivedEvent received, WebhookClaim claim, string error)
    {
        // A run whose claim is lost must not dead-letter an event that another run may be completing.
        if (!await services.Store.RenewAsync(claim, received.Delivery.Options.Lease, Unstoppable).ConfigureAwait(false))
        {
            return Lose(received, claim.Key.Handler);
        }

        if (!await deadLetters.TryKeepAsync(received, claim, error).ConfigureAwait(false))
        {
            await services.Store.AbandonAsync(claim, "The dead letter could not be kept.", Unstoppable).ConfigureAwait(false);
            return End(received, claim.Key.Handler, "store_failed", RunResult.StoreFailed);
        }

        return await services.Store.MarkDeadAsync(claim, Unstoppable).ConfigureAwait(false)
            ? End(received, claim.Key.Handler, "dead", RunResult.Done)
            : Lose(received, claim.Key.Handler);
    }

    /// <summary>Returns the result of a run whose claim is lost: another owner decides the outcome.</summary>
    public RunResult Lose(ReceivedEvent received, string handlerName)
    {
        Log.ClaimLost(services.Logger, handlerName, received.Event.GetType().Name, received.Event.IdForLogs(), received.Place);
        return End(received, handlerName, "lost", RunResult.InProgress);
    }

    /// <summary>Records the outcome of a run in the telemetry.</summary>
    /// <returns><paramref name="result"/>.</returns>
    public static RunResult End(ReceivedEvent received, string handlerName, string outcome, RunResult result)
    {
        Telemetry.Ended(received.Delivery.EndpointName, handlerName, received.Event, outcome);
        return result;
    }

    /// <summary>
    /// Completes a claim. When the store fails, the call is retried, since after an unrecorded completion the handler would run again.
    /// Retries end after the length of a lease, when another instance may have taken the event.
    /// </summary>
    /// <returns>Whether the claim still held.</returns>
    private async ValueTask<bool> CompleteAsync(HeldClaim held)
    {
        long begun = services.Time.GetTimestamp();
        for (TimeSpan pause = FirstPause; ; pause = 2 * pause < LongestPause ? 2 * pause : LongestPause)
        {
            try
            {
                return await services.Store.CompleteAsync(held.Claim, Unstoppable).ConfigureAwait(false);
            }
            catch (Exception exception) when (IsWorthAnother(exception, held, begun, pause))
            {
                // Whatever the store throws: a retry may succeed.
                Log.CompletionFailed(services.Logger, exception, held.Claim.Key.Handler);
            }

            await Task.Delay(pause, services.Time, Unstoppable).ConfigureAwait(false);
        }
    }

    private bool IsWorthAnother(Exception exception, HeldClaim held, long begun, TimeSpan pause) =>
        exception is not ObjectDisposedException && !held.IsLost && services.Time.GetElapsedTime(begun) + pause < held.Lease;
}

using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Tells the stores how a run ended, and says what that means for the delivery. What is promised is kept here.</summary>
/// <remarks>
/// None of it is given up when the app stops: a handler that had its effect is recorded, and one that had not is set free at once for
/// whoever comes next.
/// </remarks>
internal sealed class ClaimSettler(ProcessingServices services, DeadLetterWriter deadLetters)
{
    private static readonly CancellationToken Unstoppable = CancellationToken.None;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>The handler completed.</summary>
    public async ValueTask<RunResult> CompleteAsync(ReceivedEvent received, HeldClaim held)
    {
        if (!await CompleteAsync(held).ConfigureAwait(false))
        {
            return Lose(received, held.Context.HandlerName);
        }

        Telemetry.Handled(held.Context, services.Time);
        return End(received, held.Context.HandlerName, "handled", RunResult.Done);
    }

    /// <summary>The event is too old for the app, and is done without a run.</summary>
    public async ValueTask<RunResult> SkipAsync(ReceivedEvent received, HeldClaim held)
    {
        if (!await CompleteAsync(held).ConfigureAwait(false))
        {
            return Lose(received, held.Context.HandlerName);
        }

        received.Delivery.CountSkipped();
        return End(received, held.Context.HandlerName, "skipped", RunResult.Done);
    }

    /// <summary>The lease ended before the handler could start.</summary>
    public async ValueTask<RunResult> GiveBackAsync(ReceivedEvent received, WebhookClaim claim)
    {
        WebhookEvent webhookEvent = received.Event;
        Log.StartedTooLate(services.Logger, claim.Key.Handler, webhookEvent.GetType().Name, webhookEvent.IdForLogs(), received.Place);
        await services.Store.AbandonAsync(claim, "The lease ended before the handler could start.", Unstoppable).ConfigureAwait(false);
        return End(received, claim.Key.Handler, "lost", RunResult.InProgress);
    }

    /// <summary>The handler took the completion over: only the store knows whether it committed, whatever it threw.</summary>
    public async ValueTask<RunResult> AskAsync(ReceivedEvent received, WebhookContext context, Exception? failure)
    {
        WebhookClaim now = await services.Store
            .TryBeginAsync(context.Key, received.Delivery.Options.Lease, Unstoppable).ConfigureAwait(false);
        if (now.State == WebhookClaimState.Done)
        {
            Telemetry.Handled(context, services.Time);
            return End(received, context.HandlerName, "handled", RunResult.Done);
        }

        // In progress is the handler's own claim, which it left open. A new claim means that its own ended and nobody had taken it.
        return await FailAsync(
            received,
            now.State == WebhookClaimState.Claimed ? now : context.Claim,
            failure ?? new InvalidOperationException("The handler took over the completion and did not commit it.")).ConfigureAwait(false);
    }

    /// <summary>The handler failed, or was cut off because the app stops.</summary>
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
            services.Logger, failure, claim.Key.Handler, webhookEvent.GetType().Name, webhookEvent.IdForLogs(), received.Place, claim.Attempt, most);
        if (claim.Attempt >= most)
        {
            return await GiveUpAsync(received, claim, error).ConfigureAwait(false);
        }

        // The message of an exception may hold what the customer wrote.
        bool isOurs = await services.Store.AbandonAsync(claim, failure.GetType().FullName!, Unstoppable).ConfigureAwait(false);
        return isOurs ? End(received, claim.Key.Handler, "failed", RunResult.Failed) : Lose(received, claim.Key.Handler);
    }

    /// <summary>The event was tried often enough: it is kept as a dead letter, and then settled.</summary>
    /// <remarks>In this order: after a crash in between the letter is kept once more under the same id, which changes nothing.</remarks>
    public async ValueTask<RunResult> GiveUpAsync(ReceivedEvent received, WebhookClaim claim, string error)
    {
        // One whose claim is lost must not bury what another one may be completing.
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

    /// <summary>Somebody else owns the pair by now, so the outcome is theirs.</summary>
    public RunResult Lose(ReceivedEvent received, string handlerName)
    {
        Log.ClaimLost(services.Logger, handlerName, received.Event.GetType().Name, received.Event.IdForLogs(), received.Place);
        return End(received, handlerName, "lost", RunResult.InProgress);
    }

    /// <summary>Takes note of what became of a pair.</summary>
    /// <returns>The result.</returns>
    public static RunResult End(ReceivedEvent received, string handlerName, string outcome, RunResult result)
    {
        Telemetry.Ended(received.Delivery.EndpointName, handlerName, received.Event, outcome);
        return result;
    }

    /// <summary>
    /// Completes a claim. Where the store fails it is asked again, since a completion that is not known lets the handler have its effect
    /// once more; for as long as a lease, after which somebody else may have taken the event.
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
#pragma warning disable CA1031 // Whatever is the matter with the store, it may have passed when it is asked again.
            catch (Exception exception) when (IsWorthAnother(exception, held, begun, pause))
#pragma warning restore CA1031
            {
                Log.CompletionFailed(services.Logger, exception, held.Claim.Key.Handler);
            }

            await Task.Delay(pause, services.Time, Unstoppable).ConfigureAwait(false);
        }
    }

    private bool IsWorthAnother(Exception exception, HeldClaim held, long begun, TimeSpan pause) =>
        exception is not ObjectDisposedException && !held.IsLost && services.Time.GetElapsedTime(begun) + pause < held.Lease;
}

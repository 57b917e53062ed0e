using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tool.Webhooks;

/// <summary>The dead letters of an app, in one of the stores of the SDK.</summary>
/// <param name="letters">The letters.</param>
/// <param name="events">The webhook store in the same database; <see langword="null"/> when the app stores events in memory.</param>
/// <param name="close">Closes both.</param>
internal sealed class LetterBox(IDeadLetterStore letters, IWebhookStore? events, Func<ValueTask> close) : IAsyncDisposable
{
    // The lease for marking an event as dead again.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public IDeadLetterStore Letters => letters;

    /// <summary>
    /// Revives the event of a dead letter, so that it can be handled again: an app responds with 200 to a dead event without handling it.
    /// </summary>
    public async Task ReviveAsync(DeadLetter letter, CancellationToken end)
    {
        if (events is not null && KeyOf(letter) is { } key)
        {
            await events.ReviveAsync(key, end).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Removes a dead letter whose event was handled. An app also responds with 200 when its handler failed again and the event is dead
    /// again: then the letter is kept, and the event stays dead, so that a redelivery by Meta does not run it.
    /// </summary>
    /// <param name="letter">The letter.</param>
    /// <param name="isTaken">Whether the app responded with 200.</param>
    /// <returns>Whether the letter was removed.</returns>
    public async Task<bool> SettleAsync(DeadLetter letter, bool isTaken)
    {
        // Not canceled, because the app has already handled the webhook.
        if (events is null ? isTaken : await IsHandledAsync(events, letter).ConfigureAwait(false))
        {
            return await letters.RemoveAsync(letter.Id, CancellationToken.None).ConfigureAwait(false);
        }

        return false;
    }

    public ValueTask DisposeAsync() => close();

    // A dead or free key can be claimed for a replay, and a completed one cannot, which tells them apart.
    private static async Task<bool> IsHandledAsync(IWebhookStore events, DeadLetter letter)
    {
        if (KeyOf(letter) is not { } key)
        {
            // Nothing is recorded for a body that could not be parsed, so it is unknown whether it was handled.
            return false;
        }

        WebhookClaim claim = await events.BeginReplayAsync(key, Lease, CancellationToken.None).ConfigureAwait(false);
        if (claim.State == WebhookClaimState.Claimed)
        {
            await events.MarkDeadAsync(claim, CancellationToken.None).ConfigureAwait(false);
        }

        return claim.State == WebhookClaimState.Done;
    }

    private static WebhookKey? KeyOf(DeadLetter letter) =>
        letter is { EventKey: { } eventKey, HandlerName: { } handler } ? new(eventKey, handler) : null;
}

using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tool.Webhooks;

/// <summary>The dead letters of an app, in one of the stores of the SDK.</summary>
/// <param name="letters">The letters.</param>
/// <param name="events">The events that the app has handled, in the same place; <see langword="null"/> when it kept them in memory.</param>
/// <param name="close">Closes both.</param>
internal sealed class LetterBox(IDeadLetterStore letters, IWebhookStore? events, Func<ValueTask> close) : IAsyncDisposable
{
    // Far longer than a handler runs; only to mark the event as dead again.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public IDeadLetterStore Letters => letters;

    /// <summary>Lets the event of a letter run again. An app answers 200 to one that it holds for dead, and does nothing.</summary>
    public async Task ReviveAsync(DeadLetter letter, CancellationToken end)
    {
        if (events is not null && KeyOf(letter) is { } key)
        {
            await events.ReviveAsync(key, end).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Removes a letter whose event was handled. An app answers 200 as well when its handler failed once more and the event is dead again:
    /// then the letter is kept, and the event stays dead, so that a redelivery of Meta's does not run it.
    /// </summary>
    /// <param name="letter">The letter.</param>
    /// <param name="isTaken">Whether the app has answered 200.</param>
    /// <returns>Whether the letter was removed.</returns>
    public async Task<bool> SettleAsync(DeadLetter letter, bool isTaken)
    {
        // Not to be canceled: what the app has done is done.
        if (events is null ? isTaken : await IsHandledAsync(events, letter).ConfigureAwait(false))
        {
            return await letters.RemoveAsync(letter.Id, CancellationToken.None).ConfigureAwait(false);
        }

        return false;
    }

    public ValueTask DisposeAsync() => close();

    // A key that is completed stays so when it is revived; one that is dead or free can be claimed then.
    private static async Task<bool> IsHandledAsync(IWebhookStore events, DeadLetter letter)
    {
        if (KeyOf(letter) is not { } key)
        {
            // Of a body that no handler could take nothing is recorded: whether it was taken now cannot be known.
            return false;
        }

        await events.ReviveAsync(key, CancellationToken.None).ConfigureAwait(false);
        WebhookClaim claim = await events.TryBeginAsync(key, Lease, CancellationToken.None).ConfigureAwait(false);
        if (claim.State == WebhookClaimState.Claimed)
        {
            await events.MarkDeadAsync(claim, CancellationToken.None).ConfigureAwait(false);
        }

        return claim.State == WebhookClaimState.Done;
    }

    private static WebhookKey? KeyOf(DeadLetter letter) =>
        letter is { EventKey: { } eventKey, HandlerName: { } handler } ? new(eventKey, handler) : null;
}

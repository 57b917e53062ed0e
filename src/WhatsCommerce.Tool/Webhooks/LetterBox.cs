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

    /// <summary>Gets the letters.</summary>
    public IDeadLetterStore Letters => letters;

    /// <summary>Lets the event of a letter run again. An app answers 200 to one that it holds for dead, and does nothing.</summary>
    public async Task ReviveAsync(DeadLetter letter, CancellationToken end)
    {
        if (events is not null && KeyOf(letter) is { } key)
        {
            await events.ReviveAsync(key, end).ConfigureAwait(false);
        }
    }

    /// <summary>Removes a letter that was handled, or marks its event as dead again: a redelivery of Meta's must not run it.</summary>
    public async Task SettleAsync(DeadLetter letter, bool isHandled)
    {
        // Not to be canceled: what the app has done is done.
        if (isHandled)
        {
            await letters.RemoveAsync(letter.Id, CancellationToken.None).ConfigureAwait(false);
        }
        else if (events is not null && KeyOf(letter) is { } key)
        {
            WebhookClaim claim = await events.TryBeginAsync(key, Lease, CancellationToken.None).ConfigureAwait(false);
            if (claim.State == WebhookClaimState.Claimed)
            {
                await events.MarkDeadAsync(claim, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    public ValueTask DisposeAsync() => close();

    private static WebhookKey? KeyOf(DeadLetter letter) =>
        letter is { EventKey: { } eventKey, HandlerName: { } handler } ? new(eventKey, handler) : null;
}

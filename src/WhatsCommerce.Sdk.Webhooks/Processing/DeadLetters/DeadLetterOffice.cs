using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Where the events that were given up are looked at, run again once the fault is mended, or thrown away.</summary>
/// <remarks>
/// <para>A service of the app, registered by <c>AddWhatsCommerceWebhooks</c>, over the <see cref="IDeadLetterStore"/>. Use it from an
/// endpoint or command of yours that only your own people reach: letters hold what customers wrote.</para>
/// <para>A letter is run again as Meta's redelivery would be: claimed in the <see cref="IWebhookStore"/>, in its customer's turn, with the
/// behaviors around it. Only the handler that failed runs, and <see cref="WebhookContext.Key"/> is the same as in the earlier attempts;
/// <see cref="WebhookContext.Attempt"/> counts anew. A letter without a handler, whose body did not make sense when it came, is parsed by
/// the version that runs now, and goes to all handlers.</para>
/// </remarks>
public sealed class DeadLetterOffice
{
    private readonly WebhookProcessor _processor;
    private readonly IOptionsMonitor<WebhookOptions> _options;
    private readonly ProcessingServices _services;

    internal DeadLetterOffice(WebhookProcessor processor, IOptionsMonitor<WebhookOptions> options, ProcessingServices services)
    {
        _processor = processor;
        _options = options;
        _services = services;
    }

    /// <summary>Goes through the letters, the oldest first.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    public IAsyncEnumerable<DeadLetter> ListAsync(CancellationToken cancellationToken = default) =>
        _services.DeadLetters.ListAsync(cancellationToken);

    /// <summary>How many letters there are.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    public ValueTask<int> CountAsync(CancellationToken cancellationToken = default) => _services.DeadLetters.CountAsync(cancellationToken);

    /// <summary>Looks a letter up.</summary>
    /// <param name="id">The <see cref="DeadLetter.Id"/>.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The letter; <see langword="null"/> when there is none.</returns>
    public async ValueTask<DeadLetter?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        await foreach (DeadLetter letter in ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (letter.Id == id)
            {
                return letter;
            }
        }

        return null;
    }

    /// <summary>Throws a letter away. Its event stays given up: a redelivery does not run it.</summary>
    /// <param name="id">The <see cref="DeadLetter.Id"/>.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Whether it was there.</returns>
    public ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken = default) =>
        _services.DeadLetters.RemoveAsync(id, cancellationToken);

    /// <summary>Runs every letter again, one after the other, the oldest first. One that fails does not hold back the others.</summary>
    /// <param name="cancellationToken">Handed to the handlers; those that were cut off are kept.</param>
    /// <returns>What became of each, as it goes on. Letters are taken no faster than results are read.</returns>
    /// <exception cref="OptionsValidationException">The settings of an endpoint are wrong.</exception>
    public async IAsyncEnumerable<ReplayResult> ReplayAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (DeadLetter letter in ListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return await ReplayAsync(letter, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs a letter again. When that succeeds it is removed; when not, it is kept with its new error.</summary>
    /// <param name="letter">The letter, from <see cref="ListAsync"/> or <see cref="FindAsync"/>.</param>
    /// <param name="cancellationToken">Handed to the handler; when it is cut off, the letter is kept.</param>
    /// <returns>What became of it. A failing handler is logged and becomes a result, not an exception.</returns>
    /// <exception cref="OptionsValidationException">The endpoint's settings are wrong.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before it was through.</exception>
    public async Task<ReplayResult> ReplayAsync(DeadLetter letter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(letter);
        if (FindObstacle(letter, out IReadOnlyList<WebhookEvent> events) is { } obstacle)
        {
            return await KeepAsync(letter, obstacle, hasRun: false, cancellationToken).ConfigureAwait(false);
        }

        if (KeyOf(letter) is { } key)
        {
            await _services.Store.ReviveAsync(key, cancellationToken).ConfigureAwait(false);
        }

        Replay replay = new(letter.HandlerName);
        RunResult result = await _processor.ReplayAsync(letter, events, replay, cancellationToken).ConfigureAwait(false);
        switch (result)
        {
            case RunResult.Done:
                await _services.DeadLetters.RemoveAsync(letter.Id, CancellationToken.None).ConfigureAwait(false);
                DeadLetterLog.Replayed(_services.Logger, letter.Id, letter.EndpointName.ForLogs(), letter.HandlerName);
                return new(letter, ReplayOutcome.Handled);
            case RunResult.InProgress:
                await BuryAgainAsync(letter).ConfigureAwait(false);
                return new(letter, ReplayOutcome.InProgress);
            default:
                await BuryAgainAsync(letter).ConfigureAwait(false);
                string error = replay.Error ?? "The store of handled events or that of dead letters failed; the log says why.";
                return await KeepAsync(letter, error, hasRun: true, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the letter and says why it cannot be run, if so. What ran without a handler would count as handled, and be lost.</summary>
    private string? FindObstacle(DeadLetter letter, out IReadOnlyList<WebhookEvent> events)
    {
        events = [];
        if (!_processor.EndpointNames.Contains(letter.EndpointName))
        {
            return $"There is no endpoint \"{letter.EndpointName}\" any more.";
        }

        if (!WebhookParser.TryParse(letter.Body, out WebhookNotification? notification, out WebhookParseError? error))
        {
            return FormattableString.Invariant($"{error.Kind} at byte {error.Position}: {error.Message}");
        }

        // Of a change that is kept whole only this event is meant; all of them when it has another key since an upgrade.
        List<WebhookEvent> meant = [.. notification.Events.Where(webhookEvent => EventKeys.For(letter.EndpointName, webhookEvent) == letter.EventKey)];
        events = meant.Count > 0 ? meant : notification.Events;
        if (letter.HandlerName is { } handler)
        {
            return events.All(webhookEvent => _processor.Takes(letter.EndpointName, handler, webhookEvent))
                ? null
                : $"There is no handler \"{handler}\" any more that takes this event.";
        }

        return letter.Reason == DeadLetterReason.Malformed
            && events.OfType<MalformedEvent>().FirstOrDefault(malformed => !_processor.Takes(letter.EndpointName, null, malformed)) is { } still
                ? $"{still.Path}: {still.Reason}"
                : null;
    }

    // It failed, or its turn did not come, so that its key is free. A redelivery of what lies here must not run it behind the back of
    // whoever looks after it.
    private async Task BuryAgainAsync(DeadLetter letter)
    {
        if (KeyOf(letter) is { } key)
        {
            TimeSpan lease = _options.Get(letter.EndpointName).Lease;
            WebhookClaim claim = await _services.Store.TryBeginAsync(key, lease, CancellationToken.None).ConfigureAwait(false);
            if (claim.State == WebhookClaimState.Claimed)
            {
                await _services.Store.MarkDeadAsync(claim, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private async Task<ReplayResult> KeepAsync(DeadLetter letter, string error, bool hasRun, CancellationToken cancellationToken)
    {
        error = DeadLetterWriter.Shorten(error);
        DeadLetter now = letter with { Error = error, Attempts = letter.Attempts + (hasRun ? 1 : 0) };
        await _services.DeadLetters.ReplaceAsync(now, cancellationToken).ConfigureAwait(false);
        DeadLetterLog.ReplayFailed(_services.Logger, letter.Id, letter.EndpointName.ForLogs(), letter.HandlerName);
        return new(letter, ReplayOutcome.Failed, error);
    }

    private static WebhookKey? KeyOf(DeadLetter letter) =>
        letter is { EventKey: { } eventKey, HandlerName: { } handler } ? new(eventKey, handler) : null;
}

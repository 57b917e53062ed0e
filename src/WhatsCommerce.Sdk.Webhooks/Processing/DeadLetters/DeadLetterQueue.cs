using System.Runtime.CompilerServices;

namespace WhatsCommerce.Webhooks;

/// <summary>Lists, replays and removes the events that were dead-lettered.</summary>
/// <remarks>
/// <para>A service over the <see cref="IDeadLetterStore"/>, registered by <c>AddWhatsCommerceWebhooks</c>. Use it from an endpoint or
/// command that only your own staff can reach: dead letters contain what customers wrote.</para>
/// <para>A replay runs like a redelivery by Meta: the event is claimed in the <see cref="IWebhookStore"/>, runs in order with the other
/// events of its customer, and the behaviors wrap the handler. Only the handler that failed runs. <see cref="WebhookContext.Key"/> is the
/// same as in the earlier attempts; <see cref="WebhookContext.Attempt"/> starts at 1 again. A letter without a handler, whose body was not
/// understood when it arrived, is parsed by the current version and goes to all handlers.</para>
/// </remarks>
public sealed class DeadLetterQueue
{
    private readonly WebhookProcessor _processor;
    private readonly IOptionsMonitor<WebhookOptions> _options;
    private readonly ProcessingServices _services;

    internal DeadLetterQueue(WebhookProcessor processor, IOptionsMonitor<WebhookOptions> options, ProcessingServices services)
    {
        _processor = processor;
        _options = options;
        _services = services;
    }

    /// <summary>Enumerates the dead letters, oldest first.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public IAsyncEnumerable<DeadLetter> ListAsync(CancellationToken cancellationToken = default) =>
        _services.DeadLetters.ListAsync(cancellationToken);

    /// <summary>Gets the number of dead letters.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public ValueTask<int> CountAsync(CancellationToken cancellationToken = default) => _services.DeadLetters.CountAsync(cancellationToken);

    /// <summary>Finds a dead letter by its id.</summary>
    /// <param name="id">The <see cref="DeadLetter.Id"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The dead letter; <see langword="null"/> when there is none with that id.</returns>
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

    /// <summary>Removes a dead letter without running it. Its event stays settled: a redelivery does not run it.</summary>
    /// <param name="id">The <see cref="DeadLetter.Id"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns><see langword="true"/> if the letter existed; otherwise, <see langword="false"/>.</returns>
    public ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken = default) =>
        _services.DeadLetters.RemoveAsync(id, cancellationToken);

    /// <summary>Replays all dead letters, one after the other, oldest first. A failure does not stop the replay of the others.</summary>
    /// <param name="cancellationToken">A token that is passed to the handlers. Letters whose run was canceled are kept.</param>
    /// <returns>The result of each replay, as it completes. Letters are replayed no faster than the results are read.</returns>
    /// <exception cref="OptionsValidationException">The options of an endpoint are invalid.</exception>
    public async IAsyncEnumerable<ReplayResult> ReplayAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (DeadLetter letter in ListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return await ReplayAsync(letter, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Replays a dead letter. On success the letter is removed; on failure it is kept with its new error.</summary>
    /// <param name="letter">The letter, from <see cref="ListAsync"/> or <see cref="FindAsync"/>.</param>
    /// <param name="cancellationToken">A token that is passed to the handler. A letter whose run was canceled is kept.</param>
    /// <returns>The result. A failure of the handler is logged and returned as a result; it does not throw.</returns>
    /// <exception cref="OptionsValidationException">The options of the endpoint are invalid.</exception>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> was canceled before the replay completed.
    /// </exception>
    public async Task<ReplayResult> ReplayAsync(DeadLetter letter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(letter);
        if (_services.Forwarding?.Find(letter.HandlerName) is { } forward)
        {
            return await ReplayAsync(forward, letter, cancellationToken).ConfigureAwait(false);
        }

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

    /// <summary>Sends a failed forward again.</summary>
    private async Task<ReplayResult> ReplayAsync(ForwardRegistration forward, DeadLetter letter, CancellationToken cancellationToken)
    {
        (RunResult result, string? error) =
            await _services.Forwarding!.ReplayAsync(forward, letter, cancellationToken).ConfigureAwait(false);
        switch (result)
        {
            case RunResult.Done:
                await _services.DeadLetters.RemoveAsync(letter.Id, CancellationToken.None).ConfigureAwait(false);
                DeadLetterLog.Replayed(_services.Logger, letter.Id, letter.EndpointName.ForLogs(), letter.HandlerName);
                return new(letter, ReplayOutcome.Handled);
            case RunResult.InProgress:
                return new(letter, ReplayOutcome.InProgress);
            default:
                return await KeepAsync(letter, error!, hasRun: true, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Parses the letter. Returns the reason why it cannot be replayed, or <see langword="null"/>. An event that no handler takes would
    /// count as handled, and be lost.
    /// </summary>
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

        // A change that is kept whole may hold several events: only the one with this key is meant, or all if an upgrade changed the keys.
        List<WebhookEvent> meant =
            [.. notification.Events.Where(webhookEvent => EventKeys.For(letter.EndpointName, webhookEvent) == letter.EventKey)];
        events = meant.Count > 0 ? meant : notification.Events;
        if (letter.HandlerName is { } handler)
        {
            return events.All(webhookEvent => _processor.Takes(letter.EndpointName, handler, webhookEvent))
                ? null
                : $"There is no handler \"{handler}\" any more that takes this event.";
        }

        return letter.Reason == DeadLetterReason.Malformed
            && events.OfType<MalformedEvent>()
                .FirstOrDefault(malformed => !_processor.Takes(letter.EndpointName, null, malformed)) is { } still
                ? $"{still.Path}: {still.Reason}"
                : null;
    }

    // The event failed or did not run, so its key is free. Mark it dead again: a redelivery must not run what is kept here for a person to
    // handle.
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

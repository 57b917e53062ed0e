namespace WhatsCommerce.Storefronts;

/// <summary>
/// Sends reminders that are due. There are three writes per send: the claim (a lease, which any instance may take over when it expires);
/// the decision, in one transaction with the rows that it is based on, after which no other instance sends the reminder; and the outcome.
/// </summary>
internal sealed class RecoveryProcessor(
    ShopServices shop, IRecoveryStore store, RecoveryJudge judge, ReminderRecords records, ShopClients clients)
{
    private const int MostRounds = 5;
    private const int MostRefusals = 3;

    /// <summary>Processes the reminders that are due.</summary>
    /// <returns>The number of reminders that were processed.</returns>
    public async Task<int> RunOnceAsync(int limit, CancellationToken cancellationToken)
    {
        RecoverySettings settings = await SettingsAsync(cancellationToken).ConfigureAwait(false);
        if (settings.IsPaused)
        {
            return 0;
        }

        // The backlog after downtime is sent at this rate.
        DateTimeOffset now = shop.Now;
        int room = settings.MaxPerMinute
            - await store.CountSentAsync(shop.ShopId, now.AddMinutes(-1), cancellationToken).ConfigureAwait(false);
        if (room <= 0)
        {
            return 0;
        }

        IReadOnlyList<RecoverySequence> due = await store.ClaimAsync(
            shop.ShopId, now, now + RecoveryTimes.Claim, Math.Min(limit, room), cancellationToken).ConfigureAwait(false);
        foreach (RecoverySequence[] some in due.Chunk(shop.Options.MaxConcurrency))
        {
            await Task.WhenAll(some.Select(sequence => HandleAsync(sequence, cancellationToken))).ConfigureAwait(false);
        }

        return due.Count;
    }

    private async Task HandleAsync(RecoverySequence sequence, CancellationToken cancellationToken)
    {
        try
        {
            if (sequence.State == RecoveryState.Sending)
            {
                await records.RecordAsync(sequence.ReminderId, ReminderOutcome.Unknown, cancellationToken: cancellationToken)
                    .ConfigureAwait(false);
            }
            else
            {
                await DecideAsync(sequence, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The app stops: another run takes the reminder over when the claim expires.
        }
        catch (Exception exception)
        {
            // The app's services may throw any exception; one customer's failure must not block the others.
            StorefrontLog.ReminderFailed(shop.Logger, exception, sequence.CartId, sequence.Step);
        }
    }

    private async Task DecideAsync(RecoverySequence sequence, CancellationToken cancellationToken)
    {
        for (int round = 0; round < MostRounds; round++)
        {
            RecoverySettings settings = await SettingsAsync(cancellationToken).ConfigureAwait(false);
            Reminder reminder = await records.BeginAsync(sequence, cancellationToken).ConfigureAwait(false);
            RecoveryDecision decision = await judge.JudgeAsync(sequence, settings, reminder.Id, cancellationToken).ConfigureAwait(false);
            bool isWritten = decision switch
            {
                { Reason: SkipReason reason } =>
                    await records.SkipAsync(sequence, reminder, reason, settings, cancellationToken).ConfigureAwait(false),
                { LaterAt: DateTimeOffset later } => await store.WriteAsync(
                    new RecoveryStep { ShopId = shop.ShopId, Sequence = sequence with { DueAt = later } }, cancellationToken)
                    .ConfigureAwait(false),
                _ => await records.BeginSendAsync(sequence, reminder, decision, cancellationToken).ConfigureAwait(false),
            };
            if (isWritten)
            {
                if (decision.Message is not null)
                {
                    await SendAsync(reminder.Id, sequence, decision, cancellationToken).ConfigureAwait(false);
                }

                return;
            }

            RecoverySequence? now = await store.FindSequenceAsync(shop.ShopId, sequence.CartId, cancellationToken).ConfigureAwait(false);
            if (now?.Version != sequence.Version)
            {
                // Another instance has taken it over.
                return;
            }
        }
    }

    private async Task SendAsync(
        ReminderId id, RecoverySequence sequence, RecoveryDecision decision, CancellationToken cancellationToken)
    {
        Cart cart = decision.Cart!;
        SendOptions options = new()
        {
            OnceKey = $"storefront reminder {shop.ShopId} {sequence.CartId} {sequence.Step}",
            CallbackData = ReminderButtons.DataOf(id),
        };
        ReminderOutcome outcome;
        SkipReason? reason = null;
        MessageId message = default;
        try
        {
            MessageReceipt receipt = await SendAuthor.AsStorefrontAsync(
                () => clients.For(cart.PhoneNumberId).Messages.SendAsync(cart.To, decision.Message!, options, cancellationToken))
                .ConfigureAwait(false);
            (outcome, message) = (ReminderOutcome.Sent, receipt.Id);
        }
        catch (Exception exception) when (exception is OutcomeUnknownException or SendCanceledException or OnceKeyReusedException)
        {
            outcome = ReminderOutcome.Unknown;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The app stops, and nothing was sent.
            await records.PostponeAsync(id, sequence.Refusals, wait: null).ConfigureAwait(false);
            return;
        }
        catch (GraphOutsideWindowException)
        {
            (outcome, reason) = (ReminderOutcome.Skipped, SkipReason.OutsideWindow);
        }
        catch (GraphException exception) when (exception.IsRetrySafe && sequence.Refusals < MostRefusals)
        {
            await records.PostponeAsync(id, sequence.Refusals + 1, exception.RetryAfter).ConfigureAwait(false);
            return;
        }
        catch (WhatsCommerceException exception)
        {
            // Includes Meta's limit for marketing messages of all businesses (131049), which must not be retried.
            StorefrontLog.ReminderRefused(shop.Logger, exception, sequence.CartId, sequence.Step);
            (outcome, reason) = (ReminderOutcome.Skipped, SkipReason.Refused);
        }

        // Recorded even while the app is stopping; otherwise the outcome would count as unknown.
        await records.RecordAsync(id, outcome, reason, message, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<RecoverySettings> SettingsAsync(CancellationToken cancellationToken) =>
        await store.FindSettingsAsync(shop.ShopId, cancellationToken).ConfigureAwait(false) ?? new RecoverySettings();
}

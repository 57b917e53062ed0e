namespace WhatsCommerce.Webhooks;

/// <summary>
/// Settles sends whose outcome is unknown by the statuses of their messages: any status, even <c>failed</c>, proves that Meta accepted the
/// message.
/// </summary>
internal sealed class SendResolver(ProcessingServices services)
{
    // A busy shop receives statuses by the hundred.
    private const int SideBySide = 8;

    /// <summary>
    /// Reports the statuses of a delivery to the send ledger. This happens before the handlers run and in no particular order, because a
    /// handler may be waiting for one of these outcomes.
    /// </summary>
    /// <returns>
    /// <see cref="RunResult.StoreFailed"/> when the ledger could not record all of them, so that Meta must deliver them again.
    /// </returns>
    /// <exception cref="OperationCanceledException">The app stops.</exception>
    public ValueTask<RunResult> ResolveAsync(Delivery delivery)
    {
        int first = FirstOf(delivery.Events);
        return first < 0 || services.Sends is not { } sends ? new(RunResult.Done)
            : delivery.Events.Count == 1 ? ResolveAsync(sends, delivery, first)
            : ResolveAllAsync(sends, delivery, first);
    }

    /// <summary>Determines whether an event may settle a send.</summary>
    public static bool Concerns(WebhookEvent webhookEvent) =>
        webhookEvent is StatusEvent { CallbackData.Length: > 0, MessageId.HasValue: true };

    private static int FirstOf(IReadOnlyList<WebhookEvent> events)
    {
        for (int i = 0; i < events.Count; i++)
        {
            if (Concerns(events[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private async ValueTask<RunResult> ResolveAllAsync(ISendLedger sends, Delivery delivery, int first)
    {
        int failures = 0;
        ParallelOptions sideBySide = new() { MaxDegreeOfParallelism = SideBySide, CancellationToken = delivery.Stopping };
        await Parallel.ForAsync(first, delivery.Events.Count, sideBySide, async (index, _) =>
        {
            if (await ResolveAsync(sends, delivery, index).ConfigureAwait(false) != RunResult.Done)
            {
                Interlocked.Increment(ref failures);
            }
        }).ConfigureAwait(false);
        return failures == 0 ? RunResult.Done : RunResult.StoreFailed;
    }

    private async ValueTask<RunResult> ResolveAsync(ISendLedger sends, Delivery delivery, int index)
    {
        if (delivery.Events[index] is not StatusEvent { CallbackData: { Length: > 0 } data, MessageId.HasValue: true } status)
        {
            return RunResult.Done;
        }

        try
        {
            if (await sends.ResolveAsync(Describe(status, data), delivery.Stopping).ConfigureAwait(false))
            {
                Log.SendSettled(services.Logger, status.Status.Value, status.IdForLogs(), delivery.PlaceOf(index));
            }

            return RunResult.Done;
        }
        catch (OperationCanceledException) when (delivery.Stopping.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            // Whatever the ledger throws must not keep the handlers from receiving the status.
            Log.SendNotSettled(services.Logger, exception, status.IdForLogs(), delivery.PlaceOf(index));
            return RunResult.StoreFailed;
        }
    }

    private static ReportedSend Describe(StatusEvent status, string callbackData) => new(
        status.PhoneNumberId,
        status.MessageId,
        callbackData,
        status.GroupId.HasValue
            ? [Recipient.Group(status.GroupId)]
            : [Recipient.FromString(status.RecipientId), Recipient.FromUserId(status.Customer.UserId)]);
}

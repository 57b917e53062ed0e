using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Settles sends whose outcome is open by the statuses of their messages: whatever a status says, also that it failed, Meta took the message over.
/// </summary>
internal sealed class SendResolver(ProcessingServices services)
{
    /// <summary>Tells the ledger of sends what a status reports.</summary>
    /// <returns><see cref="RunResult.StoreFailed"/> when it could not be told, so that the status has to come again.</returns>
    /// <exception cref="OperationCanceledException">The app stops.</exception>
    public async ValueTask<RunResult> ResolveAsync(StatusEvent status, Delivery delivery, int index)
    {
        if (status is not { CallbackData: { Length: > 0 } data, MessageId.HasValue: true })
        {
            return RunResult.Done;
        }

        try
        {
            if (services.Sends is { } sends
                && await sends.ResolveAsync(Describe(status, data), delivery.Stopping).ConfigureAwait(false))
            {
                Log.SendSettled(services.Logger, status.Status.Value, status.IdForLogs(), delivery.PlaceOf(index));
            }

            return RunResult.Done;
        }
        catch (OperationCanceledException) when (delivery.Stopping.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever the ledger throws must not keep the handlers from the status.
        catch (Exception exception)
#pragma warning restore CA1031
        {
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

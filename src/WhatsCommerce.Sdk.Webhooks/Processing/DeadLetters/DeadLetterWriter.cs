using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Webhooks;

/// <summary>Creates dead letters and appends them to the store.</summary>
internal sealed class DeadLetterWriter(ProcessingServices services)
{
    private const int LongestError = 2_000;

    /// <summary>Keeps an event whose handler has used all its attempts.</summary>
    /// <returns>Whether the letter is kept.</returns>
    public ValueTask<bool> TryKeepAsync(ReceivedEvent received, WebhookClaim claim, string error) => TryKeepAsync(new()
    {
        Id = EventKeys.DeadLetter(claim.Key.Event, claim.Key.Handler),
        Time = services.Time.GetUtcNow(),
        Reason = DeadLetterReason.AttemptsExhausted,
        EndpointName = received.Delivery.EndpointName,
        HandlerName = claim.Key.Handler,
        EventKey = claim.Key.Event,
        Attempts = Math.Min(claim.Attempt, received.Delivery.MaxAttempts),
        Error = Shorten(error),
        Body = SingleDelivery.Write(received.Event),
    });

    /// <summary>Keeps a malformed event that no handler takes.</summary>
    /// <returns>Whether the letter is kept.</returns>
    public ValueTask<bool> TryKeepAsync(string endpointName, MalformedEvent malformed)
    {
        string key = EventKeys.For(endpointName, malformed);
        return TryKeepAsync(new()
        {
            Id = EventKeys.DeadLetter(key, handlerName: null),
            Time = services.Time.GetUtcNow(),
            Reason = DeadLetterReason.Malformed,
            EndpointName = endpointName,
            EventKey = key,
            Error = $"{malformed.Path}: {malformed.Reason}",
            Body = SingleDelivery.Write(malformed),
        });
    }

    /// <summary>Keeps an authentic body that is not a webhook notification.</summary>
    /// <returns>Whether the letter is kept.</returns>
    public ValueTask<bool> TryKeepAsync(string endpointName, ReadOnlyMemory<byte> body, WebhookParseError error) => TryKeepAsync(new()
    {
        Id = EventKeys.DeadLetter(endpointName, body.Span),
        Time = services.Time.GetUtcNow(),
        Reason = DeadLetterReason.Unreadable,
        EndpointName = endpointName,
        Error = FormattableString.Invariant($"{error.Kind} at byte {error.Position}: {error.Message}"),
        Body = body,
    });

    /// <summary>Truncates an error for a dead letter, since an exception message may quote a whole document.</summary>
    public static string Shorten(string error) => error.Length > LongestError ? error[..LongestError] : error;

    /// <summary>Keeps a letter.</summary>
    /// <returns>Whether it is kept.</returns>
    public async ValueTask<bool> TryKeepAsync(DeadLetter letter)
    {
        try
        {
            await services.DeadLetters.AppendAsync(letter).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Whatever the store throws: an event that is not kept is not dead-lettered, and Meta delivers it again.
            Log.DeadLetterNotKept(services.Logger, exception, letter.EndpointName.ForLogs(), letter.Id, letter.Reason);
            return false;
        }

        Log.DeadLetterKept(services.Logger, letter.EndpointName.ForLogs(), letter.HandlerName, letter.Id, letter.Reason, letter.Attempts);
        Telemetry.Kept(letter);
        return true;
    }
}

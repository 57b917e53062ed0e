namespace WhatsCommerce.Webhooks;

/// <summary>
/// Detects when a queue has been silent for so long that it should be checked for waiting messages. A broker that was killed, or a request
/// to it that was lost, can leave behind a consumer that gets nothing, without any notification.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="limit">How long it may be silent.</param>
internal sealed class Standstill(TimeProvider clock, TimeSpan limit)
{
    private long _since = clock.GetTimestamp();
    private long _received;

    /// <summary>Checks the queue.</summary>
    /// <param name="received">The total number of received messages.</param>
    /// <param name="holdsAny">Whether any of them is unfinished: then the broker may have a reason to send no more.</param>
    /// <returns>Whether the queue should be checked; once each time that the limit has passed.</returns>
    public bool IsDue(long received, bool holdsAny)
    {
        if (received != _received || holdsAny)
        {
            (_received, _since) = (received, clock.GetTimestamp());
            return false;
        }

        if (clock.GetElapsedTime(_since) < limit)
        {
            return false;
        }

        _since = clock.GetTimestamp();
        return true;
    }
}

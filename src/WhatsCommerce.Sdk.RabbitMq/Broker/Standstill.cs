namespace WhatsCommerce.Webhooks;

/// <summary>
/// Notices when a queue has been silent for so long that it is worth a look whether messages wait in it. A broker that was killed, or a
/// request to it that was lost, can leave behind a consumer that gets nothing, and nobody is told.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="limit">How long it may be silent.</param>
internal sealed class Standstill(TimeProvider clock, TimeSpan limit)
{
    private long _since = clock.GetTimestamp();
    private long _received;

    /// <summary>Looks.</summary>
    /// <param name="received">How many messages were received in all.</param>
    /// <param name="holdsAny">Whether any of them is not done: then the broker may have a reason to send no more.</param>
    /// <returns>Whether it is time to look into the queue; once each time that the limit has passed.</returns>
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

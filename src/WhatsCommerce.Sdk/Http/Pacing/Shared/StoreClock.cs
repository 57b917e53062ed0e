namespace WhatsCommerce.Http;

/// <summary>Converts the times of the store's clock to the clock of this process. Times are microseconds.</summary>
/// <remarks>
/// Each response bounds the difference of the clocks: the store read its clock after the request was sent and before the response arrived.
/// The narrowest bounds count, widened by the drift of clocks; the middle is used. So the error is at most half of the fastest round trip.
/// </remarks>
internal sealed class StoreClock
{
    // Clocks that are being adjusted drift by up to 500 ppm.
    private const long MostDriftPerSecond = 1_000;

    private const int EnoughResponses = 4;

    private long _low;
    private long _high;
    private long _at;
    private int _responses;

    /// <summary>Whether there were enough responses for a fast one to be among them.</summary>
    public bool IsSure => _responses >= EnoughResponses;

    /// <summary>Adds a response.</summary>
    /// <param name="asked">When the request was sent.</param>
    /// <param name="store">The time of the store's clock.</param>
    /// <param name="responded">When the response arrived.</param>
    public void Observe(long asked, long store, long responded)
    {
        (long low, long high) = (store - responded, store - asked);
        if (_responses > 0)
        {
            long drift = (responded - _at) * MostDriftPerSecond / 1_000_000 + 1;
            (long lowest, long highest) = (Math.Max(low, _low - drift), Math.Min(high, _high + drift));

            // Bounds that exclude each other mean that the store's clock was set, or that the store is another one.
            (low, high, _responses) = lowest <= highest ? (lowest, highest, _responses) : (low, high, 0);
        }

        (_low, _high, _at) = (low, high, responded);
        _responses = Math.Min(_responses + 1, EnoughResponses);
    }

    public long ToLocal(long store) => store - (_low + (_high - _low) / 2);
}

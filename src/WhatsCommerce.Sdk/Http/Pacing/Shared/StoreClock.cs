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

    private const int EnoughAnswers = 4;

    private long _low;
    private long _high;
    private long _at;
    private int _answers;

    /// <summary>Whether there were enough responses for a fast one to be among them.</summary>
    public bool IsSure => _answers >= EnoughAnswers;

    /// <summary>Adds a response.</summary>
    /// <param name="asked">When the request was sent.</param>
    /// <param name="store">The time of the store's clock.</param>
    /// <param name="answered">When the response arrived.</param>
    public void Observe(long asked, long store, long answered)
    {
        (long low, long high) = (store - answered, store - asked);
        if (_answers > 0)
        {
            long drift = (answered - _at) * MostDriftPerSecond / 1_000_000 + 1;
            (long lowest, long highest) = (Math.Max(low, _low - drift), Math.Min(high, _high + drift));

            // Bounds that exclude each other mean that the store's clock was set, or that the store is another one.
            (low, high, _answers) = lowest <= highest ? (lowest, highest, _answers) : (low, high, 0);
        }

        (_low, _high, _at) = (low, high, answered);
        _answers = Math.Min(_answers + 1, EnoughAnswers);
    }

    public long ToLocal(long store) => store - (_low + (_high - _low) / 2);
}

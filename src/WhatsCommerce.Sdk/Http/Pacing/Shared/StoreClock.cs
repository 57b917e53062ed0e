namespace WhatsCommerce.Http;

/// <summary>Tells by the clock of this process when it is a time of the store's clock. Times are microseconds.</summary>
/// <remarks>
/// Each answer bounds how far the clocks are apart: the store read its clock after the question left and before the answer was there. The
/// narrowest bounds count, widened by what clocks drift; the middle is taken. So the error is at most half of the quickest way there and
/// back.
/// </remarks>
internal sealed class StoreClock
{
    // Clocks that are being set drift by up to 500 millionths.
    private const long MostDriftPerSecond = 1_000;

    private const int EnoughAnswers = 4;

    private long _low;
    private long _high;
    private long _at;
    private int _answers;

    /// <summary>Whether there were enough answers for a quick one to be among them.</summary>
    public bool IsSure => _answers >= EnoughAnswers;

    /// <summary>Takes an answer into account.</summary>
    /// <param name="asked">When the question left.</param>
    /// <param name="store">What the store's clock showed.</param>
    /// <param name="answered">When the answer was there.</param>
    public void Observe(long asked, long store, long answered)
    {
        (long low, long high) = (store - answered, store - asked);
        if (_answers > 0)
        {
            long drift = (answered - _at) * MostDriftPerSecond / 1_000_000 + 1;
            (long lowest, long highest) = (Math.Max(low, _low - drift), Math.Min(high, _high + drift));

            // Bounds that exclude each other: the store's clock was set, or the store is another one.
            (low, high, _answers) = lowest <= highest ? (lowest, highest, _answers) : (low, high, 0);
        }

        (_low, _high, _at) = (low, high, answered);
        _answers = Math.Min(_answers + 1, EnoughAnswers);
    }

    public long ToLocal(long store) => store - (_low + (_high - _low) / 2);
}

namespace WhatsCommerce.Http;

/// <summary>
/// The waits between questions about something that Meta works on. Each is twice the one before, up to a longest; the last one ends when
/// the time is over, so that the state is asked for once more then.
/// </summary>
/// <example><c>do { ask; if (it has ended) return; } while (await waits.NextAsync(cancellationToken)); throw
/// waits.Unfinished(...);</c></example>
internal sealed class Waits
{
    private const int MaxDoublings = 30;

    private readonly TimeProvider _time;
    private readonly TimeSpan _first;
    private readonly TimeSpan _longest;
    private readonly TimeSpan _limit;
    private readonly long _started;
    private int _count;

    /// <param name="time">The clock.</param>
    /// <param name="first">The first wait.</param>
    /// <param name="longest">What a wait doubles up to.</param>
    /// <param name="maxWait">For how long to wait altogether; zero asks once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is below zero.</exception>
    public Waits(TimeProvider time, TimeSpan first, TimeSpan longest, TimeSpan maxWait)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxWait, TimeSpan.Zero);
        _time = time;
        _first = first;
        _longest = longest;
        _limit = maxWait;
        _started = time.GetTimestamp();
    }

    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    /// <summary>Waits; false when the time is over.</summary>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        TimeSpan left = _limit - Elapsed;
        if (left <= TimeSpan.Zero)
        {
            return false;
        }

        TimeSpan next = Doubled(_first, _count++, _longest);
        await Task.Delay(next < left ? next : left, _time, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>A wait that is twice as long each time, up to a longest: how every wait of the client grows.</summary>
    /// <param name="first">The first wait.</param>
    /// <param name="times">How often it doubles: 0 for the first wait.</param>
    /// <param name="longest">What it doubles up to.</param>
    public static TimeSpan Doubled(TimeSpan first, int times, TimeSpan longest)
    {
        double ticks = first.Ticks * Math.Pow(2, Math.Min(times, MaxDoublings));
        return ticks < longest.Ticks ? TimeSpan.FromTicks((long)ticks) : longest;
    }

    /// <summary>What to throw when the time is over.</summary>
    /// <param name="what">What has not ended, at the beginning of a sentence: <c>The batch</c>.</param>
    /// <param name="id">Meta's id of it.</param>
    /// <param name="state">How far it was when last asked, and what to do, as sentences.</param>
    public OperationUnfinishedException Unfinished(string what, string id, string state) =>
        new($"{what} {id} has not ended within {_limit:c}. {state}", id, Elapsed);
}

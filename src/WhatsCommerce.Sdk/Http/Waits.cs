namespace WhatsCommerce.Http;

/// <summary>
/// The waits of a polling loop for something that Meta processes. Each wait is twice the previous one, up to a maximum; the last one ends
/// at the time limit, so that the state is polled once more then.
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
    /// <param name="longest">The maximum of a wait.</param>
    /// <param name="maxWait">The time limit of all waits; zero polls once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time limit is negative.</exception>
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

    /// <summary>Waits for the next poll; returns <see langword="false"/> when the time limit is reached.</summary>
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

    /// <summary>Calculates an exponential delay up to a maximum, for every backoff of the client.</summary>
    /// <param name="first">The first wait.</param>
    /// <param name="times">How often it doubles: 0 for the first wait.</param>
    /// <param name="longest">The maximum.</param>
    public static TimeSpan Doubled(TimeSpan first, int times, TimeSpan longest)
    {
        double ticks = first.Ticks * Math.Pow(2, Math.Min(times, MaxDoublings));
        return ticks < longest.Ticks ? TimeSpan.FromTicks((long)ticks) : longest;
    }

    /// <summary>Creates the exception to throw at the time limit.</summary>
    /// <param name="what">What has not finished, at the beginning of a sentence: <c>The batch</c>.</param>
    /// <param name="id">Meta's id of it.</param>
    /// <param name="state">The last known state, and what to do, as sentences.</param>
    public OperationUnfinishedException Unfinished(string what, string id, string state) =>
        new($"{what} {id} has not ended within {_limit:c}. {state}", id, Elapsed);
}

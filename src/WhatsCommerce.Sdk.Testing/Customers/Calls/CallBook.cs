using WhatsCommerce.Testing.Judging.Calls;

namespace WhatsCommerce.Testing;

/// <summary>
/// The active calls and the most recent ended ones, up to <see cref="CloudApiEmulatorOptions.HistoryLimit"/>. Enforces the call limits of
/// numbers. Thread-safe.
/// </summary>
internal sealed class CallBook(CloudApiEmulatorOptions options, EmulatorTimers timers)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, EmulatedCall> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<EmulatedNumber, Queue<DateTimeOffset>> _started = [];
    private readonly Dictionary<EmulatedNumber, Queue<DateTimeOffset>> _reads = [];
    private readonly string _run = Random.Shared.Next().ToString("X8", CultureInfo.InvariantCulture);
    private long _last;

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>The recorded calls.</summary>
    public EmulatedCall[] All
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls.Values];
            }
        }
    }

    /// <summary>An id in WhatsApp's format (<c>wacid.</c>), without a phone number in it.</summary>
    public string NextId() => "wacid." + Convert.ToBase64String(
        Encoding.ASCII.GetBytes(_run + Interlocked.Increment(ref _last).ToString("X10", CultureInfo.InvariantCulture)));

    /// <summary>Finds a call of a number by its id.</summary>
    public EmulatedCall? Find(string id, EmulatedNumber number)
    {
        lock (_gate)
        {
            return _calls.GetValueOrDefault(id) is { } call && call.Number == number ? call : null;
        }
    }

    /// <summary>Why a number cannot start another call; counts the call if it can.</summary>
    public Refusal? CountStart(EmulatedNumber number)
    {
        lock (_gate)
        {
            return _calls.Values.Count(call => call.Number == number && call.State is not EmulatedCallState.Ended) >= Limits.ConcurrentCalls
                ? CallRefusals.TooManyAtOnce()
                : Count(_started, number, Day, Limits.StartedCallsInADay) ? null : CallRefusals.TooManyStarted();
        }
    }

    /// <summary>Why a number cannot read a permission now; counts the read if it can.</summary>
    public Refusal? CountRead(EmulatedNumber number)
    {
        lock (_gate)
        {
            return Count(_reads, number, Second, Limits.CallPermissionReadsInASecond) ? null : CallRefusals.ReadTooOften();
        }
    }

    /// <summary>Records a call, and ends it automatically when nobody answers.</summary>
    public void Enter(EmulatedCall call)
    {
        lock (_gate)
        {
            _calls[call.Id] = call;
            for (int i = 0; _calls.Count > options.HistoryLimit && i < _calls.Count;)
            {
                if (_calls.GetAt(i).Value.State is EmulatedCallState.Ended)
                {
                    _calls.RemoveAt(i);
                }
                else
                {
                    i++;
                }
            }
        }

        if (options.CallsRingFor != Timeout.InfiniteTimeSpan)
        {
            timers.After(options.CallsRingFor, () => call.Customer.GiveUp(call));
        }
    }

    private bool Count(Dictionary<EmulatedNumber, Queue<DateTimeOffset>> counts, EmulatedNumber number, TimeSpan period, int limit)
    {
        if (!counts.TryGetValue(number, out Queue<DateTimeOffset>? times))
        {
            counts[number] = times = new();
        }

        DateTimeOffset now = Now;
        while (times.TryPeek(out DateTimeOffset oldest) && oldest <= now - period)
        {
            times.Dequeue();
        }

        if (times.Count >= limit)
        {
            return false;
        }

        times.Enqueue(now);
        return true;
    }
}

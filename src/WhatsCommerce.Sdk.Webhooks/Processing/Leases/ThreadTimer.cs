namespace WhatsCommerce.Webhooks;

/// <summary>A timer that calls on a thread of its own, where the system's timers call on the thread pool.</summary>
/// <remarks>The thread begins when the timer is first set and ends when it was not set for a while. It does not keep the process alive.</remarks>
internal sealed class ThreadTimer : ITimer
{
    private const long Never = long.MaxValue;
    private static readonly TimeSpan Lingers = TimeSpan.FromMinutes(1);

    // Monitor can wait for a pulse and the time at once, which Lock cannot.
    private readonly object _gate = new();
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private long _due = Never;
    private bool _isRunning;

    private ThreadTimer(TimerCallback callback, object? state) => (_callback, _state) = (callback, state);

    /// <summary>Makes a timer that fires once and is then set anew.</summary>
    /// <param name="time">The clock. Another one than the system's, such as a test's, makes its own timer.</param>
    /// <param name="callback">Must not throw.</param>
    /// <param name="state">Handed to the callback.</param>
    /// <param name="dueTime">When it fires first.</param>
    public static ITimer Create(TimeProvider time, TimerCallback callback, object? state, TimeSpan dueTime)
    {
        if (time != TimeProvider.System)
        {
            return time.CreateTimer(callback, state, dueTime, Timeout.InfiniteTimeSpan);
        }

        ThreadTimer timer = new(callback, state);
        timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        return timer;
    }

    /// <summary>Sets it anew.</summary>
    /// <param name="dueTime">When it fires.</param>
    /// <param name="period">Not used: it fires once.</param>
    /// <returns><see langword="true"/>.</returns>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? Never : Environment.TickCount64 + (long)Math.Ceiling(dueTime.TotalMilliseconds);
            if (_isRunning)
            {
                Monitor.Pulse(_gate);
            }
            else if (_due != Never)
            {
                OwnThread.Start("leases", Run);
                _isRunning = true;
            }
        }

        return true;
    }

    public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    private void Run()
    {
        while (WaitUntilDue())
        {
            _callback(_state);
        }
    }

    private bool WaitUntilDue()
    {
        lock (_gate)
        {
            while (true)
            {
                long left = _due == Never ? Never : _due - Environment.TickCount64;
                if (left <= 0)
                {
                    _due = Never;
                    return true;
                }

                bool isPulsed = Monitor.Wait(_gate, TimeSpan.FromMilliseconds(Math.Min(left, (long)Lingers.TotalMilliseconds)));
                if (!isPulsed && _due == Never)
                {
                    _isRunning = false;
                    return false;
                }
            }
        }
    }
}

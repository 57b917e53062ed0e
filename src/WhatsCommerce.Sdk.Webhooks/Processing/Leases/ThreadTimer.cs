namespace WhatsCommerce.Webhooks;

/// <summary>A timer that calls back on its own thread, whereas the system's timers call back on the thread pool.</summary>
/// <remarks>
/// The thread starts when the timer is first set and ends when the timer has not been set for a while. It is a background thread.
/// </remarks>
internal sealed class ThreadTimer : ITimer
{
    private const long Never = long.MaxValue;
    private static readonly TimeSpan Lingers = TimeSpan.FromMinutes(1);

    // Monitor can wait for a pulse or a timeout; Lock cannot.
    private readonly object _gate = new();
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private long _due = Never;
    private bool _isRunning;

    private ThreadTimer(TimerCallback callback, object? state) => (_callback, _state) = (callback, state);

    /// <summary>Creates a timer that fires once, and again each time it is set.</summary>
    /// <param name="time">The clock. A clock other than the system's, such as a test's, creates its own timer.</param>
    /// <param name="callback">The callback. It must not throw.</param>
    /// <param name="state">Passed to the callback.</param>
    /// <param name="dueTime">The time until it fires first.</param>
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

    /// <summary>Sets the timer.</summary>
    /// <param name="dueTime">The time until it fires.</param>
    /// <param name="period">Ignored: the timer fires once.</param>
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

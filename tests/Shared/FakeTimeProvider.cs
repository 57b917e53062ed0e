namespace WhatsCommerce.Tests;

/// <summary>A clock that stands still until the test moves it, with timers that fire when it is moved past them.</summary>
/// <remarks>
/// With <see cref="Skips"/> it moves by itself over the waits that it names: code that waits an hour goes on at once, the clock is an hour
/// further, and <see cref="Skipped"/> tells that it waited. A deadline is no wait: what it limits runs on the real clock, and would race
/// with it.
/// </remarks>
internal sealed class FakeTimeProvider : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private readonly List<TimeSpan> _skipped = [];
    private TimeSpan _elapsed;

    /// <summary>Which waits are passed over: those that the test is about. Deadlines pass only when the test moves the clock.</summary>
    public Func<TimeSpan, bool> Skips { get; init; } = _ => false;

    /// <summary>The time at which the clock began.</summary>
    public DateTimeOffset Start { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The waits that were passed over so far.</summary>
    public IReadOnlyList<TimeSpan> Skipped
    {
        get
        {
            lock (_gate)
            {
                return [.. _skipped];
            }
        }
    }

    /// <summary>How far the clock has come.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
            {
                return _elapsed;
            }
        }
    }

    /// <summary>How many timers are set.</summary>
    public int Timers
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    /// <summary>
    /// Whether somebody waits just now, for as long as is asked about: to be sure of it before the clock is moved past that wait.
    /// </summary>
    public bool IsAwaited(Func<TimeSpan, bool> wait)
    {
        lock (_gate)
        {
            return _timers.Exists(timer => wait(timer.Wait));
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => Start + Elapsed;

    /// <summary>Moves the clock. Timers fire on the way, at their time and in their order.</summary>
    public void Advance(TimeSpan by)
    {
        TimeSpan end = Elapsed + by;
        while (true)
        {
            Timer? next;
            lock (_gate)
            {
                next = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
                _elapsed = next is null ? end : next.Due > _elapsed ? next.Due : _elapsed;
                if (next is null)
                {
                    return;
                }

                next.Elapse();
            }

            next.Call();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // Callers may rely on running as who set the timer, as with the system's timers.
        Timer timer = new(this, callback, state, ExecutionContext.Capture());
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(FakeTimeProvider time, TimerCallback callback, object? state, ExecutionContext? context) : ITimer
    {
        private TimeSpan _period;

        public TimeSpan Due { get; private set; }

        public TimeSpan Wait { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool skipped = false;
            lock (time._gate)
            {
                time._timers.Remove(this);
                _period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Wait = dueTime;
                    Due = time._elapsed + dueTime;
                    skipped = state is not CancellationTokenSource && time.Skips(dueTime);
                    if (skipped)
                    {
                        time._skipped.Add(dueTime);
                        time._elapsed += dueTime;
                    }
                    else
                    {
                        time._timers.Add(this);
                    }
                }
            }

            if (skipped)
            {
                ThreadPool.QueueUserWorkItem(static timer => timer.Call(), this, preferLocal: false);
            }

            return true;
        }

        public void Elapse()
        {
            time._timers.Remove(this);
            if (_period > TimeSpan.Zero)
            {
                Due += _period;
                time._timers.Add(this);
            }
        }

        public void Call()
        {
            if (context is null)
            {
                callback(state);
            }
            else
            {
                ExecutionContext.Run(context, new ContextCallback(callback), state);
            }
        }

        public void Dispose()
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}

namespace WhatsCommerce.Http;

/// <summary>Lets one through in each interval, and a burst after silence, in the order in which they came.</summary>
/// <remarks>
/// The whole state is a point in time: when the burst would be paid back (the "generic cell rate algorithm"). Every member is called under
/// the one lock of the pacer, which the queue's own timer takes too.
/// </remarks>
internal sealed class PacedQueue(Lock gate, TimeProvider time)
{
    // A timer that comes late has its delay made up for, up to this: else the pace would be lower than asked for.
    private static readonly TimeSpan MadeUp = TimeSpan.FromMilliseconds(100);

    private readonly LinkedList<Waiter> _waiters = new();
    private long _interval;
    private int _burst = 1;
    private long _paidBack;
    private ITimer? _timer;

    /// <summary>Whether the queue can be dropped without effect.</summary>
    public bool IsIdle => _waiters.Count == 0 && _paidBack <= time.GetTimestamp();

    /// <summary>Takes a turn: at once, which gives <see langword="null"/>, or a place in the queue.</summary>
    public Waiter? Enter(TimeSpan interval, int burst)
    {
        _interval = Math.Max(1, (long)(interval.TotalSeconds * time.TimestampFrequency));
        _burst = burst;
        long now = time.GetTimestamp();
        if (_waiters.Count == 0 && Opens <= now)
        {
            _paidBack = Math.Max(_paidBack, now) + _interval;
            return null;
        }

        Waiter waiter = new(this);
        waiter.Place = _waiters.AddLast(waiter);
        if (_waiters.Count == 1)
        {
            Arm(now);
        }

        return waiter;
    }

    /// <summary>Returns a turn that was not used after all.</summary>
    public void GiveBack()
    {
        _paidBack -= _interval;
        if (_waiters.Count > 0)
        {
            Arm(time.GetTimestamp());
        }
    }

    // When the next one may pass.
    private long Opens => _paidBack - (_burst - 1) * _interval;

    private void Release()
    {
        lock (gate)
        {
            long now = time.GetTimestamp();
            long earliest = now - (long)(MadeUp.TotalSeconds * time.TimestampFrequency);
            while (_waiters.First is { } first && Opens <= now)
            {
                _paidBack = Math.Max(_paidBack, earliest) + _interval;
                _waiters.Remove(first);
                first.Value.Place = null;
                first.Value.Turn.TrySetResult();
            }

            Arm(now);
        }
    }

    private void Arm(long now)
    {
        if (_waiters.Count == 0)
        {
            _timer?.Dispose();
            _timer = null;
            return;
        }

        // Timers count in whole milliseconds and must not fire too early.
        TimeSpan wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, Opens - now) * 1000.0 / time.TimestampFrequency));
        if (_timer is null)
        {
            _timer = time.CreateTimer(static queue => ((PacedQueue)queue!).Release(), this, wait, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>A place in the queue.</summary>
    public sealed class Waiter(PacedQueue queue)
    {
        /// <summary>Completes when it is the waiter's turn.</summary>
        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public LinkedListNode<Waiter>? Place { get; set; }

        /// <summary>Leaves the queue; the others move up. Too late once the turn has come.</summary>
        public void Leave()
        {
            if (Place is not null)
            {
                queue._waiters.Remove(Place);
                Place = null;
                Turn.TrySetCanceled();
            }
        }
    }
}

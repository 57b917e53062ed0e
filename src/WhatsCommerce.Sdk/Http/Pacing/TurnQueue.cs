namespace WhatsCommerce.Http;

/// <summary>Lets messages through in the order of their arrival, when their turns come.</summary>
/// <remarks>All members are called under the single lock of the pacer, which the queue's timer takes too.</remarks>
internal abstract class TurnQueue(Lock gate, TimeProvider time)
{
    private readonly LinkedList<Waiter> _waiters = new();
    private ITimer? _timer;

    /// <summary>Whether the queue can be dropped without effect.</summary>
    public abstract bool IsIdle { get; }

    /// <summary>The number of waiting messages.</summary>
    protected int Waiting => _waiters.Count;

    protected TimeProvider Time => time;

    /// <summary>Takes a turn: immediately, which returns <see langword="null"/>, or a place in the queue.</summary>
    public abstract Waiter? Enter(TimeSpan interval, int burst);

    /// <summary>Returns an unused turn.</summary>
    public abstract void GiveBack();

    /// <summary>Lets the messages through whose turn has come.</summary>
    protected abstract void Release();

    protected Waiter Join()
    {
        Waiter waiter = new(this);
        waiter.Place = _waiters.AddLast(waiter);
        return waiter;
    }

    /// <summary>Lets the first message through.</summary>
    /// <returns>Whether there was one.</returns>
    protected bool PassFirst()
    {
        if (_waiters.First is not { } first)
        {
            return false;
        }

        _waiters.Remove(first);
        first.Value.Place = null;
        first.Value.Turn.TrySetResult();
        return true;
    }

    /// <summary>Schedules <see cref="Release"/> after a time; <see langword="null"/> for never.</summary>
    protected void ReleaseAfter(TimeSpan? wait)
    {
        if (wait is not TimeSpan exact)
        {
            _timer?.Dispose();
            _timer = null;
            return;
        }

        // Timers count whole milliseconds and must not fire too early.
        TimeSpan due = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, exact.TotalMilliseconds)));
        if (_timer is null)
        {
            _timer = time.CreateTimer(static queue => ((TurnQueue)queue!).ReleaseLocked(), this, due, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _timer.Change(due, Timeout.InfiniteTimeSpan);
        }
    }

    private void ReleaseLocked()
    {
        lock (gate)
        {
            Release();
        }
    }

    /// <summary>A place in the queue.</summary>
    public sealed class Waiter(TurnQueue queue)
    {
        /// <summary>Completes when it is the waiter's turn.</summary>
        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public LinkedListNode<Waiter>? Place { get; set; }

        /// <summary>Leaves the queue; the others move up. Has no effect once the turn has come.</summary>
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

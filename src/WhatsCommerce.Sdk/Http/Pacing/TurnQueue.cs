namespace WhatsCommerce.Http;

/// <summary>Lets messages through in the order in which they came, when their turns come.</summary>
/// <remarks>Every member is called under the one lock of the pacer, which the queue's own timer takes too.</remarks>
internal abstract class TurnQueue(Lock gate, TimeProvider time)
{
    private readonly LinkedList<Waiter> _waiters = new();
    private ITimer? _timer;

    /// <summary>Whether the queue can be dropped without effect.</summary>
    public abstract bool IsIdle { get; }

    /// <summary>How many wait.</summary>
    protected int Waiting => _waiters.Count;

    protected TimeProvider Time => time;

    /// <summary>Takes a turn: at once, which gives <see langword="null"/>, or a place in the queue.</summary>
    public abstract Waiter? Enter(TimeSpan interval, int burst);

    /// <summary>Returns a turn that was not used after all.</summary>
    public abstract void GiveBack();

    /// <summary>Lets those through whose turn has come.</summary>
    protected abstract void Release();

    protected Waiter Join()
    {
        Waiter waiter = new(this);
        waiter.Place = _waiters.AddLast(waiter);
        return waiter;
    }

    /// <summary>Lets the first one through.</summary>
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

    /// <summary>Sees to it that turns are released after a time; <see langword="null"/> for not at all.</summary>
    protected void ReleaseAfter(TimeSpan? wait)
    {
        if (wait is not TimeSpan exact)
        {
            _timer?.Dispose();
            _timer = null;
            return;
        }

        // Timers count in whole milliseconds and must not fire too early.
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

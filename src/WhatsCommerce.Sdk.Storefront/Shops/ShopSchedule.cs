using System.Threading.Channels;

namespace WhatsCommerce.Storefronts;

/// <summary>Schedules the background work of all shops with a single timer, for thousands of shops.</summary>
/// <remarks>It uses a monotonic clock, so that setting the system clock back by an hour does not delay any work.</remarks>
internal sealed class ShopSchedule(TimeProvider time)
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly long _start = time.GetTimestamp();
    private readonly Lock _lock = new();
    private readonly PriorityQueue<ShopTask, TimeSpan> _due = new();
    private readonly OutboxSignal _changed = new();
    private readonly Channel<ShopTask> _short = Channel.CreateUnbounded<ShopTask>();
    private readonly Channel<ShopTask> _long = Channel.CreateUnbounded<ShopTask>();

    public ChannelReader<ShopTask> Short => _short.Reader;

    public ChannelReader<ShopTask> Long => _long.Reader;

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Adds work that is due immediately.</summary>
    public void Add(ShopTask task)
    {
        if (task.Work.Signal is OutboxSignal signal)
        {
            signal.Told = () => Wake(task);
        }

        lock (_lock)
        {
            Put(task, Now);
        }

        _changed.Set();
    }

    /// <summary>Removes work, so that it never runs again.</summary>
    public void End(ShopTask task)
    {
        if (task.Work.Signal is OutboxSignal signal)
        {
            signal.Told = null;
        }

        lock (_lock)
        {
            task.IsEnded = true;
            task.DueAt = null;
        }
    }

    /// <summary>Reschedules work that has run.</summary>
    /// <param name="task">The work.</param>
    /// <param name="wait">The time until it is due again; infinite for never.</param>
    public void Return(ShopTask task, TimeSpan wait)
    {
        lock (_lock)
        {
            task.IsRunning = false;
            if (task.IsEnded || (wait == Timeout.InfiniteTimeSpan && !task.IsWoken))
            {
                return;
            }

            Put(task, task.IsWoken ? Now : Now + wait);
        }

        _changed.Set();
    }

    /// <summary>Dispatches due work until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await _changed.WaitAsync(HandOut(), time, stoppingToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _short.Writer.TryComplete();
            _long.Writer.TryComplete();
        }
    }

    private void Wake(ShopTask task)
    {
        lock (_lock)
        {
            if (task.IsRunning)
            {
                task.IsWoken = true;
                return;
            }

            if (task.IsEnded || task.DueAt <= Now)
            {
                return;
            }

            Put(task, Now);
        }

        _changed.Set();
    }

    private void Put(ShopTask task, TimeSpan at)
    {
        task.IsWoken = false;
        task.DueAt = at;
        _due.Enqueue(task, at);
    }

    /// <summary>Dispatches due work.</summary>
    /// <returns>The time until more work is due.</returns>
    private TimeSpan HandOut()
    {
        lock (_lock)
        {
            TimeSpan now = Now;
            while (_due.TryPeek(out ShopTask? task, out TimeSpan at))
            {
                // Work that was woken early is in the queue twice.
                bool isCurrent = task.DueAt == at;
                if (isCurrent && at > now)
                {
                    return at - now < LongestSleep ? at - now : LongestSleep;
                }

                _due.Dequeue();
                if (isCurrent)
                {
                    task.DueAt = null;
                    task.IsRunning = true;
                    (task.Work.IsLong ? _long : _short).Writer.TryWrite(task);
                }
            }

            return LongestSleep;
        }
    }
}

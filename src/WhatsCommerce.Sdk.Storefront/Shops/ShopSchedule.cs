using System.Threading.Channels;

namespace WhatsCommerce.Storefronts;

/// <summary>The works of all shops by the times at which they are due: one clock for thousands of shops.</summary>
/// <remarks>It counts from its own start, so that nothing waits for an hour when the clock of the machine is put back by one.</remarks>
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

    /// <summary>Adds a work that is due now.</summary>
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

    /// <summary>Never runs a work again.</summary>
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

    /// <summary>Takes back a work that has run.</summary>
    /// <param name="task">The work.</param>
    /// <param name="wait">How long until it is due again; infinite for never.</param>
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

    /// <summary>Hands out what is due, until it is stopped.</summary>
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

    /// <summary>Hands out what is due.</summary>
    /// <returns>How long nothing else is.</returns>
    private TimeSpan HandOut()
    {
        lock (_lock)
        {
            TimeSpan now = Now;
            while (_due.TryPeek(out ShopTask? task, out TimeSpan at))
            {
                // One that was put forward stands in the queue twice.
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

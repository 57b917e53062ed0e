namespace WhatsCommerce.Http;

/// <summary>
/// Reserves the turns of this instance in the store that all instances share: one request at a time, for all queues that need some.
/// </summary>
internal sealed class SharedTurns : IDisposable
{
    private const int MostRequests = 256;
    private const long MostLead = 1_000_000;

    // A response that is faster than this needs no lead: its turns can be used in time.
    private const long QuickResponse = 10_000;

    /// <summary>Asks for the time, and for no turn.</summary>
    private static readonly TurnRequest TimeRequest = new("time", 0, 1, 0, 1, 0);

    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly ITurnStore _store;
    private readonly SharedPacingOptions _options;
    private readonly ILogger _logger;
    private readonly MemoryTurnStore _alone;
    private readonly StoreClock _clock = new();
    private readonly StoreClock _ownClock = new();
    private readonly List<SharedQueue> _wanting = [];
    private readonly CancellationTokenSource _disposed = new();
    private ITimer? _timer;
    private bool _isAsking;
    private bool _isAway;
    private long _lead;

    public SharedTurns(ITurnStore store, TimeProvider time, SharedPacingOptions options, ILogger logger)
    {
        _store = store;
        Time = time;
        _options = options;
        _logger = logger;
        _alone = new(() => Now);
    }

    /// <summary>The single lock of the pacer and of all its queues.</summary>
    public Lock Gate { get; } = new();

    public TimeProvider Time { get; }

    /// <summary>The clock of this process, in microseconds; it is never adjusted.</summary>
    public long Now => (long)Time.GetElapsedTime(0).TotalMicroseconds;

    /// <summary>The current request; completed when there is none.</summary>
    public Task Asking { get; private set; } = Task.CompletedTask;

    /// <summary>How far ahead turns must be to be usable when the response arrives, in microseconds.</summary>
    public long Lead => _isAway ? 0 : _lead;

    /// <summary>Lists a queue that needs turns. Called under the lock.</summary>
    public void Want(SharedQueue queue)
    {
        if (!queue.IsListed)
        {
            queue.IsListed = true;
            _wanting.Add(queue);
        }

        Begin();
    }

    public void Dispose()
    {
        _disposed.Cancel();
        lock (Gate)
        {
            _timer?.Dispose();
            _timer = null;
        }
    }

    // Called under the lock.
    private void Begin()
    {
        if (_isAsking || _disposed.IsCancellationRequested || (_isAway && _options.FallbackInstances is null))
        {
            return;
        }

        long now = Now;
        long next = long.MaxValue;
        foreach (SharedQueue queue in _wanting)
        {
            next = queue.WantsTurns ? Math.Min(next, queue.AskAt) : next;
        }

        if (next <= now)
        {
            _isAsking = true;
            Asking = Task.Run(AskAsync, CancellationToken.None);
        }
        else if (next < long.MaxValue)
        {
            TimeSpan wait = TimeSpan.FromMilliseconds((next - now + 999) / 1_000);
            _timer ??= Time.CreateTimer(
                static turns => ((SharedTurns)turns!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    private void Look()
    {
        lock (Gate)
        {
            Begin();
        }
    }

    private async Task AskAsync()
    {
        while (true)
        {
            SharedQueue[] asking;
            TurnRequest[] requests;
            bool isAway;
            lock (Gate)
            {
                asking = Pick();
                isAway = _isAway;
                if (asking.Length == 0 || (isAway && _options.FallbackInstances is null) || _disposed.IsCancellationRequested)
                {
                    _isAsking = false;
                    _wanting.AddRange(asking);
                    Begin();
                    return;
                }

                Array.ForEach(asking, static queue => queue.IsListed = false);
                requests = [.. asking.Select(queue => queue.Ask())];
            }

            if (isAway)
            {
                Take(asking, _alone.Reserve([.. requests.Select(Alone)]), _ownClock);
            }
            else
            {
                await AskAsync(asking, requests).ConfigureAwait(false);
            }
        }
    }

    private async Task AskAsync(SharedQueue[] asking, TurnRequest[] requests)
    {
        try
        {
            using CancellationTokenSource deadline = new(ResponseTimeout, Time);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, _disposed.Token);
            while (!_clock.IsSure)
            {
                long began = Now;
                Observe(began, await _store.ReserveAsync([TimeRequest], either.Token).ConfigureAwait(false));
            }

            long asked = Now;
            IReadOnlyList<GrantedTurns> granted = await _store.ReserveAsync(requests, either.Token).ConfigureAwait(false);
            Observe(asked, granted);
            Take(asking, granted, _clock);
        }
        catch (Exception exception)
        {
            // Whatever the database throws: messages wait, or use the fallback rate.
            lock (Gate)
            {
                _isAway = true;
                Array.ForEach(asking, static queue => queue.Miss());
            }

            if (!_disposed.IsCancellationRequested)
            {
                Log.PaceNotShared(_logger, exception, _options.FallbackInstances);
                _ = Task.Run(ReturnAsync, CancellationToken.None);
            }
        }
    }

    private void Take(SharedQueue[] asking, IReadOnlyList<GrantedTurns> granted, StoreClock clock)
    {
        Dictionary<string, GrantedTurns> byId = granted.ToDictionary(one => one.Id, StringComparer.Ordinal);
        lock (Gate)
        {
            foreach (SharedQueue queue in asking)
            {
                queue.Take(byId[queue.Id], clock);
            }
        }
    }

    private void Observe(long asked, IReadOnlyList<GrantedTurns> granted)
    {
        lock (Gate)
        {
            long now = Now;
            _clock.Observe(asked, granted[0].Now, now);
            long lead = Math.Min(MostLead, Math.Max(0, now - asked - QuickResponse));
            _lead = lead >= _lead ? lead : _lead - (_lead - lead + 7) / 8;
        }
    }

    // The queues that need turns now, the longest listed first; a queue that needs none leaves the list. Called under the lock.
    private SharedQueue[] Pick()
    {
        long now = Now;
        List<SharedQueue> picked = [];
        _wanting.RemoveAll(queue =>
        {
            bool isPicked = queue.WantsTurns && queue.AskAt <= now && picked.Count < MostRequests;
            if (isPicked)
            {
                picked.Add(queue);
            }

            queue.IsListed = queue.WantsTurns;
            return isPicked || !queue.IsListed;
        });
        return [.. picked];
    }

    // The rate of this instance in fallback mode.
    private TurnRequest Alone(TurnRequest request)
    {
        int instances = _options.FallbackInstances ?? 1;
        long burst = Math.Max(1, (request.Slack / request.Step + 1) / instances);
        return request with { Step = request.Step * instances, Slack = (burst - 1) * request.Step * instances };
    }

    // Requests only the time until there is a response.
    private async Task ReturnAsync()
    {
        for (TimeSpan pause = FirstPause; ; pause = 2 * pause < LongestPause ? 2 * pause : LongestPause)
        {
            try
            {
                await Task.Delay(pause, Time, _disposed.Token).ConfigureAwait(false);
                using CancellationTokenSource deadline = new(ResponseTimeout, Time);
                using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, _disposed.Token);
                await _store.ReserveAsync([], either.Token).ConfigureAwait(false);
                Log.PaceSharedAgain(_logger);
                lock (Gate)
                {
                    _isAway = false;
                    Begin();
                }

                return;
            }
            catch (Exception) when (!_disposed.IsCancellationRequested)
            {
                // Still unavailable.
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}

using System.Collections.Concurrent;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Distributes the background work of shops among instances with leases: the first instance that asks when it is due does it exclusively.
/// The leases of a crashed instance expire.
/// </summary>
internal sealed class WorkTurns
{
    private const int MostOfACall = 256;

    private readonly Guid _owner = Guid.NewGuid();
    private readonly IWorkTurnStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly TimeSpan _lease;
    private readonly GroupedCalls<WorkKey, TimeSpan?> _takes;
    private readonly GroupedCalls<(WorkKey Work, TimeSpan Wait), bool> _finishes;
    private readonly ConcurrentDictionary<WorkKey, CancellationTokenSource> _held = new();
    private readonly Lock _gate = new();
    private bool _isRenewing;

    public WorkTurns(IWorkTurnStore store, TimeProvider time, ILogger logger, TimeSpan? lease = null)
    {
        _store = store;
        _time = time;
        _logger = logger;
        _lease = lease ?? TimeSpan.FromSeconds(20);
        _takes = new(TakeAsync, MostOfACall);
        _finishes = new(FinishAsync, MostOfACall);
    }

    /// <summary>Does work if this instance gets its lease.</summary>
    /// <param name="key">The work item.</param>
    /// <param name="run">Does the work, and returns the time until it is due again.</param>
    /// <param name="atMost">The maximum time to wait for another instance's lease before asking again.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The time until it is or may be due again.</returns>
    public async Task<TimeSpan> RunAsync(
        WorkKey key, Func<CancellationToken, Task<TimeSpan>> run, TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (await _takes.CallAsync(key).WaitAsync(cancellationToken).ConfigureAwait(false) is TimeSpan wait)
        {
            return wait < atMost ? wait : atMost;
        }

        using CancellationTokenSource held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _held[key] = held;
        TimeSpan next = atMost;
        try
        {
            Renew();
            next = await run(held.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // The work outlived its lease: another instance has taken it over.
            StorefrontLog.TurnLost(_logger, key.Work, key.ShopId);
        }
        finally
        {
            _held.TryRemove(key, out _);
            await _finishes.CallAsync((key, cancellationToken.IsCancellationRequested ? TimeSpan.Zero : next)).ConfigureAwait(false);
        }

        return next;
    }

    private async Task<IReadOnlyList<TimeSpan?>> TakeAsync(IReadOnlyList<WorkKey> works)
    {
        IReadOnlyDictionary<WorkKey, TimeSpan?> turns = await _store.TakeAsync([.. works.Distinct()], _owner, _lease).ConfigureAwait(false);
        return [.. works.Select(work => turns[work])];
    }

    private async Task<IReadOnlyList<bool>> FinishAsync(IReadOnlyList<(WorkKey, TimeSpan)> works)
    {
        try
        {
            await _store.FinishAsync(works, _owner).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The store may be unavailable for a while; the leases expire by themselves.
            StorefrontLog.TurnsNotReturned(_logger, exception);
        }

        return [.. works.Select(static _ => true)];
    }

    private void Renew()
    {
        lock (_gate)
        {
            if (!_isRenewing)
            {
                _isRenewing = true;
                _ = Task.Run(RenewAsync);
            }
        }
    }

    // Runs as long as any lease is held.
    private async Task RenewAsync()
    {
        Dictionary<WorkKey, long> renewed = [];
        while (true)
        {
            await Task.Delay(_lease / 3, _time).ConfigureAwait(false);
            WorkKey[] works = [.. _held.Keys];
            lock (_gate)
            {
                if (_held.IsEmpty)
                {
                    _isRenewing = false;
                    return;
                }
            }

            renewed = works.ToDictionary(
                static work => work, work => renewed.TryGetValue(work, out long before) ? before : _time.GetTimestamp());

            HashSet<WorkKey>? kept = null;
            long asked = _time.GetTimestamp();
            try
            {
                kept = [.. await _store.RenewAsync(works, _owner, _lease).ConfigureAwait(false)];
            }
            catch (Exception exception)
            {
                // The store may be unavailable for a while: the leases are lost when they expire.
                StorefrontLog.TurnsNotRenewed(_logger, exception);
            }

            foreach (WorkKey work in works)
            {
                if (kept?.Contains(work) == true)
                {
                    renewed[work] = asked;
                }
                else if (kept is not null || _time.GetElapsedTime(renewed[work]) > _lease / 2)
                {
                    await LoseAsync(work).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task LoseAsync(WorkKey work)
    {
        if (_held.TryGetValue(work, out CancellationTokenSource? held))
        {
            try
            {
                await held.CancelAsync().ConfigureAwait(false);
            }
            catch (ObjectDisposedException)
            {
                // The work has ended in the meantime.
            }
        }
    }
}

using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Webhooks;

/// <summary>Removes old rows in the background, from time to time.</summary>
/// <param name="what">What it removes, for the log.</param>
/// <param name="purge">Removes the rows and returns their number.</param>
/// <param name="interval">How often.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class Purger(string what, Func<CancellationToken, Task<long>> purge, TimeSpan interval, TimeProvider time, ILogger logger)
    : IDisposable, IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private long _last = time.GetTimestamp();
    private Task _running = Task.CompletedTask;
    private bool _isStopped;

    /// <summary>
    /// Starts a purge when one is due and none is running. Called with each claim: a store that is not in use need not purge.
    /// </summary>
    public void PurgeWhenDue()
    {
        if (interval == Timeout.InfiniteTimeSpan || time.GetElapsedTime(Volatile.Read(ref _last)) < interval)
        {
            return;
        }

        lock (_gate)
        {
            if (_running.IsCompleted && !_isStopped && time.GetElapsedTime(_last) >= interval)
            {
                Volatile.Write(ref _last, time.GetTimestamp());
                CancellationToken stop = _stopping.Token;
                _running = Task.Run(() => PurgeAsync(stop), CancellationToken.None);
            }
        }
    }

    /// <summary>Cancels a purge without waiting for its end.</summary>
    public void Dispose() => _ = Stop();

    /// <summary>
    /// Cancels a purge and waits for its end. May be called repeatedly: a container may know the store by several service types.
    /// </summary>
    public async ValueTask DisposeAsync() => await Stop().ConfigureAwait(false);

    private Task Stop()
    {
        lock (_gate)
        {
            if (!_isStopped)
            {
                _isStopped = true;
                _stopping.Cancel();
                _stopping.Dispose();
            }

            return _running;
        }
    }

    private async Task PurgeAsync(CancellationToken stop)
    {
        try
        {
            StorageLog.Purged(logger, await purge(stop).ConfigureAwait(false), what);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The next instance continues where this one stopped.
        }
        catch (Exception exception)
        {
            // Nobody awaits it, and what is not removed now is removed next time.
            StorageLog.PurgeFailed(logger, exception, what);
        }
    }
}

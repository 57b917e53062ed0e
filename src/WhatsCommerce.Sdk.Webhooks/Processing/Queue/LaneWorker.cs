using System.Collections.Concurrent;

namespace WhatsCommerce.Webhooks;

/// <summary>Leases conversations of one lane and runs them, as many concurrently as the options allow.</summary>
internal sealed class LaneWorker(
    DeliveryLane lane, IDeliveryQueue queue, DeliveryQueueOptions options, ProcessingServices services,
        ConversationRunner runner) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>The maximum number of conversations that are leased at once: other instances may have free capacity, too.</summary>
    private readonly int _mostLeases = Math.Clamp(options.MaxConcurrency / 4, 16, 256);

    private readonly SemaphoreSlim _free = new(options.MaxConcurrency);

    /// <summary>
    /// Limits the conversations that are being stored as finished while others use their slots: as many as run; otherwise a queue that does
    /// not respond would be called more and more.
    /// </summary>
    private readonly SemaphoreSlim _ending = new(options.MaxConcurrency);

    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private TaskCompletionSource _runEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets the conversations that are being worked on.</summary>
    public IReadOnlyCollection<Task> Running => [.. _running.Keys];

    /// <summary>Works until no further event must start.</summary>
    /// <param name="draining">Canceled when no further event must start.</param>
    /// <param name="stopping">Canceled when handlers must end.</param>
    public async Task RunAsync(CancellationToken draining, CancellationToken stopping)
    {
        TimeSpan pause = FirstPause;
        while (true)
        {
            // Taken before the lookup: a run that ends during it is not missed.
            Task runEnded = Volatile.Read(ref _runEnded).Task;
            try
            {
                if (!await LeaseAsync(draining, stopping).ConfigureAwait(false))
                {
                    await WaitAsync(runEnded, draining).ConfigureAwait(false);
                }

                pause = FirstPause;
            }
            catch (Exception exception) when (!draining.IsCancellationRequested)
            {
                // Whatever the queue throws: it may work again later.
                QueueLog.NoResponse(services.Logger, exception, pause);
                await Task.Delay(pause, services.Time, draining).ConfigureAwait(false);
                pause = 2 * pause < LongestPause ? 2 * pause : LongestPause;
            }
        }
    }

    public void Dispose()
    {
        _free.Dispose();
        _ending.Dispose();
    }

    /// <summary>Leases as many conversations as there are free slots, and starts to run them.</summary>
    /// <returns>Whether there were any.</returns>
    private async ValueTask<bool> LeaseAsync(CancellationToken draining, CancellationToken stopping)
    {
        int places = await TakePlacesAsync(draining).ConfigureAwait(false);
        int used = 0;
        try
        {
            // Not canceled: conversations that were leased meanwhile would wait for the end of the lease.
            IReadOnlyList<ConversationLease> leases =
                await queue.LeaseAsync(lane, places, options.Lease, CancellationToken.None).ConfigureAwait(false);
            foreach (ConversationLease lease in leases)
            {
                used++;
                Start(lease, draining, stopping);
            }

            return used > 0;
        }
        finally
        {
            if (used < places)
            {
                _free.Release(places - used);
            }
        }
    }

    private async ValueTask<int> TakePlacesAsync(CancellationToken draining)
    {
        await _free.WaitAsync(draining).ConfigureAwait(false);
        int places = 1;
        while (places < _mostLeases && await _free.WaitAsync(TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false))
        {
            places++;
        }

        return places;
    }

    /// <summary>
    /// Waits for arrivals, or for the end of a run: an arrival for its conversation was signaled while nobody could lease it.
    /// </summary>
    private async Task WaitAsync(Task runEnded, CancellationToken draining)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(draining);
        Task arrived = queue.WaitAsync(lane, options.PollInterval, end.Token).AsTask();
        await Task.WhenAny(arrived, runEnded).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        try
        {
            await arrived.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!draining.IsCancellationRequested)
        {
            // A run has ended.
        }
    }

    private void Start(ConversationLease lease, CancellationToken draining, CancellationToken stopping)
    {
        bool isFreed = false;
        Task run = Task.Run(() => runner.RunAsync(lease, Free, draining, stopping), CancellationToken.None);
        _running.TryAdd(run, 0);
        _ = EndAsync();

        // The next handlers need not wait until these results are stored.
        void Free()
        {
            if (!draining.IsCancellationRequested && _ending.Wait(TimeSpan.Zero, CancellationToken.None))
            {
                isFreed = true;
                _free.Release();
            }
        }

        async Task EndAsync()
        {
            await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _running.TryRemove(run, out _);
            (isFreed ? _ending : _free).Release();
            SignalEnd();
        }
    }

    private void SignalEnd() =>
        Interlocked.Exchange(ref _runEnded, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}

namespace WhatsCommerce.Webhooks;

/// <summary>The concurrency limit of an endpoint: each running event takes one slot. An event that waits for anything takes none.</summary>
internal sealed class Places(WaitingRoom room)
{
    private SemaphoreSlim? _free;

    /// <summary>Takes a slot, and waits for a free one for as long as the delivery may wait.</summary>
    /// <returns>Whether a slot is taken; then it must be released.</returns>
    /// <exception cref="OperationCanceledException">The app stops.</exception>
    public async ValueTask<bool> TakeAsync(Delivery delivery, Turn turn)
    {
        if (delivery.IsQueued)
        {
            // The queue has its own limits, for each lane.
            return true;
        }

        SemaphoreSlim free = Get(delivery.Options.MaxConcurrency);
        return await free.WaitAsync(TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false)
            || await QueueAsync(free, delivery, turn).ConfigureAwait(false);
    }

    public void Release(Delivery delivery)
    {
        if (!delivery.IsQueued)
        {
            _free!.Release();
        }
    }

    private async ValueTask<bool> QueueAsync(SemaphoreSlim free, Delivery delivery, Turn turn)
    {
        using CancellationTokenSource impatient = new();
        Task place = free.WaitAsync(impatient.Token);
        bool isTaken = false;
        try
        {
            isTaken = await room.WaitAsync(place, delivery, turn).ConfigureAwait(false);
            return isTaken;
        }
        finally
        {
            if (!isTaken)
            {
                await impatient.CancelAsync().ConfigureAwait(false);
                await place.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (place.IsCompletedSuccessfully)
                {
                    // The slot was granted between the end of the wait and its cancellation.
                    free.Release();
                }
            }
        }
    }

    private SemaphoreSlim Get(int count)
    {
        if (_free is null)
        {
            Interlocked.CompareExchange(ref _free, new(count), null);
        }

        return _free;
    }
}

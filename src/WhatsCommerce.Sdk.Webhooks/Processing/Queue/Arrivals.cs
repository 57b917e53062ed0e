namespace WhatsCommerce.Webhooks;

/// <summary>Wakes the workers of an instance when something was stored.</summary>
/// <remarks>
/// Each lane has a flag, and not only waiters: an event that is stored after a lookup found nothing, and before the wait, must not be
/// missed.
/// </remarks>
internal sealed class Arrivals(TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim[] _flags = [.. Enum.GetValues<DeliveryLane>().Select(_ => new SemaphoreSlim(0, 1))];
    private readonly Lock _gate = new();

    public void Signal(DeliveryLane lane)
    {
        SemaphoreSlim flag = _flags[(int)lane];
        lock (_gate)
        {
            if (flag.CurrentCount == 0)
            {
                flag.Release();
            }
        }
    }

    public void SignalAll()
    {
        foreach (DeliveryLane lane in Enum.GetValues<DeliveryLane>())
        {
            Signal(lane);
        }
    }

    public async ValueTask WaitAsync(DeliveryLane lane, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task signal = _flags[(int)lane].WaitAsync(end.Token);
        await signal.WaitAsync(atMost, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await end.CancelAsync().ConfigureAwait(false);
        await signal.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        foreach (SemaphoreSlim flag in _flags)
        {
            flag.Dispose();
        }
    }
}

using WhatsCommerce.Http;

namespace WhatsCommerce.Tests.Sending;

/// <summary>A store that is some way off, by the time of a simulation, and may be out of reach.</summary>
internal sealed class DistantTurnStore(ITurnStore store, Func<TimeSpan> now, Func<TimeSpan> way) : ITurnStore
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _travelling;
    private TimeSpan _arrives;

    public bool IsOutOfReach { get; set; }

    /// <summary>Whether a question or an answer is under way, so that only time moves it.</summary>
    public bool IsTravelling
    {
        get
        {
            lock (_gate)
            {
                return _travelling is not null;
            }
        }
    }

    public async ValueTask<IReadOnlyList<GrantedTurns>> ReserveAsync(
        IReadOnlyList<TurnRequest> requests, CancellationToken cancellationToken = default)
    {
        await TravelAsync();
        if (IsOutOfReach)
        {
            throw new IOException("The store is out of reach.");
        }

        IReadOnlyList<GrantedTurns> granted = await store.ReserveAsync(requests, cancellationToken);
        await TravelAsync();
        return granted;
    }

    /// <summary>Lets arrive what has been under way for long enough.</summary>
    public void Arrive()
    {
        TaskCompletionSource? arrived = null;
        lock (_gate)
        {
            if (_travelling is not null && _arrives <= now())
            {
                (arrived, _travelling) = (_travelling, null);
            }
        }

        arrived?.SetResult();
    }

    private Task TravelAsync()
    {
        TimeSpan takes = way();
        if (takes == TimeSpan.Zero)
        {
            return Task.CompletedTask;
        }

        lock (_gate)
        {
            _travelling = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _arrives = now() + takes;
            return _travelling.Task;
        }
    }
}

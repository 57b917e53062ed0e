namespace WhatsCommerce.Webhooks;

/// <summary>The place of one event in the queues of its customer.</summary>
/// <param name="names">The names that the customer is known by, at least one.</param>
/// <param name="identity">Who the customer is; <see langword="null"/> where the event concerns none.</param>
internal sealed class Turn(List<LaneName> names, CustomerIdentity? identity)
{
    // Few customers have more than two names.
    private readonly Neighbours[] _inMoreLanes = names.Count > 2 ? new Neighbours[names.Count - 2] : [];
    private TaskCompletionSource? _comes;
    private Neighbours _inLane;
    private Neighbours _inOtherLane;

    public LaneName Lane { get; } = names[0];

    /// <summary>The second name that the customer is known by; its id is <see langword="null"/> where there is none.</summary>
    public LaneName OtherLane { get; } = names.Count > 1 ? names[1] : default;

    /// <summary>Further names, which few customers have.</summary>
    public LaneName[] MoreLanes { get; } = names.Count > 2 ? [.. names.Skip(2)] : [];

    /// <summary>Who the customer is, for the key.</summary>
    public CustomerIdentity? Identity { get; } = identity;

    /// <summary>Ends when it is this event's turn; <see langword="null"/> when it was from the beginning.</summary>
    public Task? Before => _comes?.Task;

    /// <summary>Whether nobody stands before it, under any name.</summary>
    public bool IsFirst => _inLane.Before is null && _inOtherLane.Before is null && Array.TrueForAll(_inMoreLanes, lane => lane.Before is null);

    /// <summary>Whether the event waits, be it for its turn, for a place or for another instance. Kept by <see cref="WaitingRoom"/>.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>Who stands before and behind it in one of its lanes.</summary>
    public ref Neighbours In(LaneName lane)
    {
        if (lane == Lane)
        {
            return ref _inLane;
        }

        if (lane == OtherLane)
        {
            return ref _inOtherLane;
        }

        return ref _inMoreLanes[Array.IndexOf(MoreLanes, lane)];
    }

    /// <summary>Makes it a turn that has to wait.</summary>
    public void Queue() => _comes = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Tells it that its turn has come.</summary>
    public void Come() => _comes?.TrySetResult();
}

/// <summary>Who stands before and behind a turn in a lane.</summary>
internal struct Neighbours
{
    public Turn? Before;

    public Turn? Behind;
}

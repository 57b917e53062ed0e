namespace WhatsCommerce.Webhooks;

/// <summary>The place of one event in the queues of its customer.</summary>
internal sealed class Turn(LaneName lane, LaneName otherLane)
{
    private TaskCompletionSource? _comes;
    private Neighbours _inLane;
    private Neighbours _inOtherLane;

    public LaneName Lane { get; } = lane;

    /// <summary>The second name that the customer is known by; its id is <see langword="null"/> where there is none.</summary>
    public LaneName OtherLane { get; } = otherLane;

    /// <summary>Ends when it is this event's turn; <see langword="null"/> when it was from the beginning.</summary>
    public Task? Before => _comes?.Task;

    /// <summary>Whether nobody stands before it, under either name.</summary>
    public bool IsFirst => _inLane.Before is null && _inOtherLane.Before is null;

    /// <summary>Whether the event waits, be it for its turn, for a place or for another instance. Kept by <see cref="WaitingRoom"/>.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>Who stands before and behind it in one of its two lanes.</summary>
    public ref Neighbours In(LaneName lane) => ref lane == Lane ? ref _inLane : ref _inOtherLane;

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

namespace WhatsCommerce.Webhooks;

/// <summary>The position of an event in the queues of its customer.</summary>
/// <param name="names">The names that the customer is known by, at least one.</param>
/// <param name="identity">The ids of the customer; <see langword="null"/> when the event has no customer.</param>
internal sealed class Turn(List<LaneName> names, CustomerIdentity? identity)
{
    // Few customers have more than two names.
    private readonly Neighbours[] _inMoreLanes = names.Count > 2 ? new Neighbours[names.Count - 2] : [];

    // For a delivery with hundreds of customers that is queued as one.
    private readonly Dictionary<LaneName, int>? _places = names.Count > 16
        ? names.Skip(2).Index().ToDictionary(one => one.Item, one => one.Index)
        : null;

    private TaskCompletionSource? _comes;
    private Neighbours _inLane;
    private Neighbours _inOtherLane;

    public LaneName Lane { get; } = names[0];

    /// <summary>Gets the second name of the customer; its id is <see langword="null"/> when there is none.</summary>
    public LaneName OtherLane { get; } = names.Count > 1 ? names[1] : default;

    /// <summary>Gets further names, which few customers have.</summary>
    public LaneName[] MoreLanes { get; } = names.Count > 2 ? [.. names.Skip(2)] : [];

    /// <summary>Gets the ids of the customer, for the key.</summary>
    public CustomerIdentity? Identity { get; } = identity;

    /// <summary>Gets a task that completes when the event may run; <see langword="null"/> when it could run from the beginning.</summary>
    public Task? Before => _comes?.Task;

    /// <summary>Gets a value indicating whether the event is the first in all of its queues.</summary>
    public bool IsFirst =>
        _inLane.Before is null && _inOtherLane.Before is null && Array.TrueForAll(_inMoreLanes, lane => lane.Before is null);

    /// <summary>
    /// Gets or sets a value indicating whether the event waits: for earlier events of the customer, for a concurrency slot or for another
    /// instance. Maintained by <see cref="WaitingRoom"/>.
    /// </summary>
    public bool IsWaiting { get; set; }

    /// <summary>Returns the turns before and behind this one in a queue.</summary>
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

        return ref _inMoreLanes[_places?[lane] ?? Array.IndexOf(MoreLanes, lane)];
    }

    /// <summary>Marks the event as one that has to wait.</summary>
    public void Queue() => _comes = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes <see cref="Before"/>: the event may run.</summary>
    public void Come() => _comes?.TrySetResult();
}

/// <summary>The turns before and behind a turn in a queue.</summary>
internal struct Neighbours
{
    public Turn? Before;

    public Turn? Behind;
}

namespace WhatsCommerce.Webhooks;

/// <summary>The state that all events of a delivery share while they are dispatched.</summary>
/// <param name="endpointName">The name of the endpoint that received it.</param>
/// <param name="options">The options at the time of the delivery.</param>
/// <param name="events">The events, in order.</param>
/// <param name="bodyBytes">The length of the body, which the events keep in memory, in bytes.</param>
/// <param name="replay">The replay of a dead letter; <see langword="null"/> for a delivery by Meta.</param>
/// <param name="stopping">Canceled when the app stops.</param>
internal sealed class Delivery(
    string endpointName,
    WebhookOptions options,
    IReadOnlyList<WebhookEvent> events,
    int bodyBytes,
    Replay? replay,
    CancellationToken stopping)
{
    // Allocated only when the option is set: by default a failure does not hold back later events.
    private readonly HashSet<LaneName>? _failed = options.HoldBackCustomerAfterFailure ? [] : null;
    private int _lateEvents;
    private int _skippedRuns;

    public string EndpointName => endpointName;

    public WebhookOptions Options => options;

    public IReadOnlyList<WebhookEvent> Events => events;

    public int BodyBytes => bodyBytes;

    public CancellationToken Stopping => stopping;

    /// <summary>
    /// Gets a value indicating whether the events come from a delivery queue, which limits and orders the runs: an event that cannot run
    /// now is postponed instead of waiting here.
    /// </summary>
    public bool IsQueued { get; init; }

    /// <summary>Gets a value indicating whether each of the events belongs to a tenant.</summary>
    public bool HasTenants { get; init; }

    public Delivery With(IReadOnlyList<WebhookEvent> some) => new(endpointName, options, some, bodyBytes, replay, stopping);

    /// <summary>Gets a value indicating whether this is the replay of a dead letter and not a delivery by Meta.</summary>
    public bool IsReplay => replay is not null;

    /// <summary>Whether it replays the dead letter of one handler.</summary>
    public bool IsReplayOf(string handlerName) => replay?.HandlerName == handlerName;

    /// <summary>Gets the number of events that were older than <see cref="WebhookOptions.MaxEventAge"/>.</summary>
    public int LateEvents => _lateEvents;

    /// <summary>Gets the number of handler runs that were skipped because of that.</summary>
    public int SkippedRuns => _skippedRuns;

    /// <summary>
    /// Gets or sets the number of events that are neither waiting nor finished. Maintained by <see cref="WaitingRoom"/>, as are the members
    /// that follow.
    /// </summary>
    public int Moving { get; set; } = events.Count;

    /// <summary>Gets or sets the number of waiting events.</summary>
    public int Waiting { get; set; }

    /// <summary>Gets or sets a value indicating whether events wait and no other event is running.</summary>
    public bool OnlyWaits { get; set; }

    /// <summary>Gets or sets a value indicating whether the delivery may wait while none of its events is running.</summary>
    public bool IsAdmitted { get; set; }

    /// <summary>Gets or sets the timestamp since which all its open events have been waiting.</summary>
    public long WaitsSince { get; set; }

    /// <summary>
    /// Gets the number of attempts after which an event is dead-lettered. A replay has no limit: its event is a dead letter already and
    /// stays one.
    /// </summary>
    public int MaxAttempts => replay is null ? options.MaxAttempts : int.MaxValue;

    /// <summary>Gets the only handler that runs; <see langword="null"/> for all.</summary>
    public string? HandlerName => replay?.HandlerName;

    /// <summary>Reports the error of a handler to the replay, if there is one.</summary>
    public void Report(string error) => replay?.Report(error);

    public void CountLate() => Interlocked.Increment(ref _lateEvents);

    public void CountSkipped() => Interlocked.Increment(ref _skippedRuns);

    public EventPlace PlaceOf(int index) => new(endpointName.ForLogs(), index, events.Count);

    /// <summary>Marks the later events of a customer as held back, if the option is set.</summary>
    public void HoldBack(Turn turn)
    {
        if (_failed is null)
        {
            return;
        }

        lock (_failed)
        {
            _failed.Add(turn.Lane);
            _failed.Add(turn.OtherLane);
            _failed.UnionWith(turn.MoreLanes);
        }
    }

    /// <summary>Determines whether an earlier event of the customer failed, so that this one must wait for its redelivery.</summary>
    public bool IsHeldBack(Turn turn)
    {
        if (_failed is null)
        {
            return false;
        }

        lock (_failed)
        {
            return _failed.Contains(turn.Lane)
                || (turn.OtherLane.Id is not null && _failed.Contains(turn.OtherLane))
                || Array.Exists(turn.MoreLanes, _failed.Contains);
        }
    }
}

/// <summary>
/// An event of a delivery as a handler takes it, with its position in the customer's queue, its key, and whether it is older than the app
/// accepts.
/// </summary>
internal readonly record struct ReceivedEvent(Delivery Delivery, int Index, WebhookEvent Event, Turn Turn, string Key, bool IsLate)
{
    public EventPlace Place => Delivery.PlaceOf(Index);

    /// <summary>
    /// Determines whether the event may be skipped because of its age. An event that was attempted before may not: its failure would be
    /// forgotten.
    /// </summary>
    public bool MaySkip(WebhookClaim claim) =>
        IsLate && Delivery.Options.LateEvents == LateEvents.Skip && claim.Attempt == 1 && EventAge.MayBeSkipped(Event);
}

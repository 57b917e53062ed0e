using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>A delivery on its way through the handlers: what all its events share.</summary>
/// <param name="endpointName">The name of the endpoint that it came to.</param>
/// <param name="options">The settings as they were when it came.</param>
/// <param name="events">Its events, in order.</param>
/// <param name="bodyBytes">How long the body is, which the events keep in memory.</param>
/// <param name="replay">How it differs when it is a dead letter that runs again; <see langword="null"/> when Meta delivered it.</param>
/// <param name="stopping">Cancelled when the app stops.</param>
internal sealed class Delivery(
    string endpointName, WebhookOptions options, IReadOnlyList<WebhookEvent> events, int bodyBytes, Replay? replay, CancellationToken stopping)
{
    // Only where it is wanted: most deliveries hold nothing back.
    private readonly HashSet<LaneName>? _failed = options.HoldBackCustomerAfterFailure ? [] : null;
    private int _lateEvents;
    private int _skippedRuns;

    public string EndpointName => endpointName;

    public WebhookOptions Options => options;

    public IReadOnlyList<WebhookEvent> Events => events;

    public int BodyBytes => bodyBytes;

    public CancellationToken Stopping => stopping;

    /// <summary>Whether it runs again by hand, and was not delivered by Meta.</summary>
    public bool IsReplay => replay is not null;

    /// <summary>How many events were older than <see cref="WebhookOptions.MaxEventAge"/>.</summary>
    public int LateEvents => _lateEvents;

    /// <summary>How many runs of handlers were left out because of that.</summary>
    public int SkippedRuns => _skippedRuns;

    /// <summary>How many events neither wait nor are through. This and what follows is kept by <see cref="WaitingRoom"/>.</summary>
    public int Moving { get; set; } = events.Count;

    /// <summary>How many events wait.</summary>
    public int Waiting { get; set; }

    /// <summary>Whether events wait and no other goes on.</summary>
    public bool OnlyWaits { get; set; }

    /// <summary>Whether it may wait, while it does nothing else.</summary>
    public bool IsAdmitted { get; set; }

    /// <summary>The timestamp from which it does nothing but wait.</summary>
    public long WaitsSince { get; set; }

    /// <summary>After how many attempts an event is given up. One that runs again was given up before: it just goes on lying there.</summary>
    public int MaxAttempts => replay is null ? options.MaxAttempts : int.MaxValue;

    /// <summary>The only handler that is to run; <see langword="null"/> for all.</summary>
    public string? HandlerName => replay?.HandlerName;

    /// <summary>Tells why a handler failed to whoever runs a dead letter again.</summary>
    public void Report(string error) => replay?.Report(error);

    public void CountLate() => Interlocked.Increment(ref _lateEvents);

    public void CountSkipped() => Interlocked.Increment(ref _skippedRuns);

    public EventPlace PlaceOf(int index) => new(endpointName.ForLogs(), index, events.Count);

    /// <summary>Holds the later events of a customer back, if that is wanted.</summary>
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

    /// <summary>Whether an earlier event of the customer failed, and this one has to wait for it.</summary>
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

/// <summary>One event of a delivery as a handler takes it, its turn, what it is remembered by, and whether it is older than the app wants.</summary>
internal readonly record struct ReceivedEvent(Delivery Delivery, int Index, WebhookEvent Event, Turn Turn, string Key, bool IsLate)
{
    public EventPlace Place => Delivery.PlaceOf(Index);

    /// <summary>Whether it is left out because of its age. What was tried before is not: its failure would be forgotten with it.</summary>
    public bool MaySkip(WebhookClaim claim) =>
        IsLate && Delivery.Options.OldEvents == OldEvents.Skip && claim.Attempt == 1 && EventAge.MayBeSkipped(Event);
}

using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>A delivery on its way through the handlers: what all its events share.</summary>
/// <param name="endpointName">The name of the endpoint that it came to.</param>
/// <param name="options">The settings as they were when it came.</param>
/// <param name="events">Its events, in order.</param>
/// <param name="replay">How it differs when it is a dead letter that runs again; <see langword="null"/> when Meta delivered it.</param>
/// <param name="stopping">Cancelled when the app stops.</param>
internal sealed class Delivery(
    string endpointName, WebhookOptions options, IReadOnlyList<WebhookEvent> events, Replay? replay, CancellationToken stopping)
{
    // Only where it is wanted: most deliveries hold nothing back.
    private readonly HashSet<LaneName>? _failed = options.HoldBackCustomerAfterFailure ? [] : null;

    public string EndpointName => endpointName;

    public WebhookOptions Options => options;

    public IReadOnlyList<WebhookEvent> Events => events;

    public CancellationToken Stopping => stopping;

    /// <summary>After how many attempts an event is given up. One that runs again was given up before: it just goes on lying there.</summary>
    public int MaxAttempts => replay is null ? options.MaxAttempts : int.MaxValue;

    public bool Wants(HandlerRegistration handler) => replay?.HandlerName is not { } name || handler.Name == name;

    /// <summary>Tells why a handler failed to whoever runs a dead letter again.</summary>
    public void Report(string error) => replay?.Report(error);

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

/// <summary>One event of a delivery, what it is remembered by, and whom it concerns.</summary>
internal readonly record struct ReceivedEvent(Delivery Delivery, int Index, string Key, CustomerIdentity? Customer)
{
    public WebhookEvent Event => Delivery.Events[Index];

    public EventPlace Place => Delivery.PlaceOf(Index);
}

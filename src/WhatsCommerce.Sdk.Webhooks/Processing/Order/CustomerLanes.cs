namespace WhatsCommerce.Webhooks;

/// <summary>Keeps the events of a customer in the order in which they were received, across all deliveries to an endpoint.</summary>
/// <remarks>
/// A customer is known by a user id, a phone number, or both. An event is queued under each of the <see cref="CustomerNames"/>, and runs
/// when it is the first in all of these queues; so it is ordered with the other events of the customer whichever id they carry. Events
/// without a customer are queued by account. A queue without events takes no memory, apart from the record of which phone number belongs to
/// which user id.
/// </remarks>
internal sealed class CustomerLanes(string endpointName = "")
{
    private readonly Lock _gate = new();
    private readonly Dictionary<LaneName, Turn> _last = [];
    private readonly CustomerNames _names = new();

    /// <summary>Gets the number of queues that hold waiting or running events.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _last.Count;
            }
        }
    }

    /// <summary>Queues an event.</summary>
    public Turn Enter(WebhookEvent webhookEvent, string? customerScope = null)
    {
        CustomerIdentity? identity = EventIdentity.Of(webhookEvent, endpointName, customerScope);
        lock (_gate)
        {
            return EnterInside(webhookEvent, identity);
        }
    }

    /// <summary>Queues the events of a delivery atomically, so that no event of another delivery comes between them.</summary>
    public Turn[] Enter(IReadOnlyList<WebhookEvent> events, string? customerScope = null)
    {
        Turn[] turns = new Turn[events.Count];
        lock (_gate)
        {
            for (int i = 0; i < turns.Length; i++)
            {
                turns[i] = EnterInside(events[i], EventIdentity.Of(events[i], endpointName, customerScope));
            }
        }

        return turns;
    }

    /// <summary>Queues several events as one, behind all queued events of any of their customers.</summary>
    public Turn EnterTogether(IReadOnlyList<WebhookEvent> events, string? customerScope = null)
    {
        lock (_gate)
        {
            HashSet<LaneName> names = [];
            foreach (WebhookEvent webhookEvent in events)
            {
                names.UnionWith(_names.Of(webhookEvent, EventIdentity.Of(webhookEvent, endpointName, customerScope)));
            }

            return EnterInside([.. names], identity: null);
        }
    }

    /// <summary>
    /// Removes an event, whether it ran or stopped waiting. The event behind it is linked to the event before it: so none overtakes
    /// another, and an event that stopped waiting leaves nothing behind, however long the first one runs.
    /// </summary>
    public void Leave(Turn turn)
    {
        Turn? next;
        Turn? otherNext = null;
        List<Turn>? more = null;
        lock (_gate)
        {
            next = LeaveLane(turn.Lane, turn);
            if (turn.OtherLane.Id is not null)
            {
                otherNext = LeaveLane(turn.OtherLane, turn);
            }

            foreach (LaneName lane in turn.MoreLanes)
            {
                if (LeaveLane(lane, turn) is { } behind)
                {
                    (more ??= []).Add(behind);
                }
            }

            // Checked only now: an event may have been behind this one in several queues.
            next = next is { IsFirst: true } ? next : null;
            otherNext = otherNext is { IsFirst: true } ? otherNext : null;
            more?.RemoveAll(behind => !behind.IsFirst);
        }

        next?.Come();
        otherNext?.Come();
        more?.ForEach(behind => behind.Come());
    }

    private Turn EnterInside(WebhookEvent webhookEvent, CustomerIdentity? identity) =>
        EnterInside(_names.Of(webhookEvent, identity), identity);

    private Turn EnterInside(List<LaneName> names, CustomerIdentity? identity)
    {
        Turn turn = new(names, identity);
        foreach (LaneName name in names)
        {
            Follow(name, turn);
        }

        if (!turn.IsFirst)
        {
            turn.Queue();
        }

        return turn;
    }

    /// <summary>Appends the turn to a queue.</summary>
    private void Follow(LaneName lane, Turn turn)
    {
        ref Turn? last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, lane, out _);
        if (last is not null)
        {
            turn.In(lane).Before = last;
            last.In(lane).Behind = turn;
        }

        last = turn;
    }

    /// <summary>Removes the turn from a queue.</summary>
    /// <returns>The turn behind it; <see langword="null"/> if there is none.</returns>
    private Turn? LeaveLane(LaneName lane, Turn turn)
    {
        (Turn? before, Turn? behind) = (turn.In(lane).Before, turn.In(lane).Behind);
        if (before is not null)
        {
            before.In(lane).Behind = behind;
        }

        if (behind is not null)
        {
            behind.In(lane).Before = before;
        }
        else if (before is not null)
        {
            _last[lane] = before;
        }
        else
        {
            _last.Remove(lane);
        }

        return behind;
    }
}

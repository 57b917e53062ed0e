using System.Runtime.InteropServices;

namespace WhatsCommerce.Webhooks;

/// <summary>Keeps the events of a customer in the order in which they were received, over all deliveries to an endpoint.</summary>
/// <remarks>
/// A customer is known by user id, by phone number, or by both. An event queues under each of the <see cref="CustomerNames"/>, and runs
/// when it is the first under all of them; so it meets the other events of the customer whichever name those carry. Events without a
/// customer queue for their account. A name without events takes no memory, but for which number belongs to which user id.
/// </remarks>
internal sealed class CustomerLanes(string endpointName = "")
{
    private readonly Lock _gate = new();
    private readonly Dictionary<LaneName, Turn> _last = [];
    private readonly CustomerNames _names = new();

    /// <summary>How many names have events that wait or run.</summary>
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

    /// <summary>Queues the events of a delivery in one go, so that no other delivery comes between them.</summary>
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

    /// <summary>
    /// Takes an event out, whether it ran or gave up before its turn came. Whoever stood behind it now stands behind whoever is before it:
    /// so nobody overtakes, and nothing remains of those that gave up, however long the first one runs.
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

            // Only now: somebody may have stood behind it under several names.
            next = next is { IsFirst: true } ? next : null;
            otherNext = otherNext is { IsFirst: true } ? otherNext : null;
            more?.RemoveAll(behind => !behind.IsFirst);
        }

        next?.Come();
        otherNext?.Come();
        more?.ForEach(behind => behind.Come());
    }

    private Turn EnterInside(WebhookEvent webhookEvent, CustomerIdentity? identity)
    {
        List<LaneName> names = _names.Of(webhookEvent, identity);
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

    /// <summary>Makes the turn the last of a lane.</summary>
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

    /// <summary>Takes the turn out of a lane.</summary>
    /// <returns>Who stood behind it.</returns>
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

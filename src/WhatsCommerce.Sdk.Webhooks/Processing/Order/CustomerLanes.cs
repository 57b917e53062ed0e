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

    /// <summary>Lets the next event run. One that gives up before its turn came leaves when it comes, so that nobody overtakes.</summary>
    public void Leave(Turn turn)
    {
        if (turn.Before is { IsCompleted: false } before)
        {
            _ = before.ContinueWith(
                _ => LeaveInTurn(turn), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return;
        }

        LeaveInTurn(turn);
    }

    private void LeaveInTurn(Turn turn)
    {
        TaskCompletionSource? awaited;
        lock (_gate)
        {
            LeaveLane(turn.Lane, turn);
            LeaveLane(turn.OtherLane, turn);
            foreach (LaneName lane in turn.MoreLanes)
            {
                LeaveLane(lane, turn);
            }

            awaited = turn.Awaited;
        }

        awaited?.SetResult();
    }

    private Turn EnterInside(WebhookEvent webhookEvent, CustomerIdentity? identity)
    {
        List<LaneName> names = _names.Of(webhookEvent, identity);
        Turn turn = new(names, identity);
        Task? before = null;
        foreach (LaneName name in names)
        {
            if (Follow(name, turn) is { } last && last != before)
            {
                before = before is null ? last : Task.WhenAll(before, last);
            }
        }

        turn.Before = before;
        return turn;
    }

    /// <summary>Makes the turn the last of a lane.</summary>
    /// <returns>The end of the turn before it.</returns>
    private Task? Follow(LaneName lane, Turn turn)
    {
        ref Turn? last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, lane, out _);
        Task? before = last is null ? null : (last.Awaited ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        last = turn;
        return before;
    }

    private void LeaveLane(LaneName lane, Turn turn)
    {
        // As a rule nobody came behind, so it is taken out first and put back if somebody did.
        if (lane.Id is not null && _last.Remove(lane, out Turn? last) && last != turn)
        {
            _last.Add(lane, last);
        }
    }
}

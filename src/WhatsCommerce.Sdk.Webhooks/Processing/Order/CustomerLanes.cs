using System.Runtime.InteropServices;

namespace WhatsCommerce.Webhooks;

/// <summary>Keeps the events of a customer in the order in which they were received, over all deliveries to an endpoint.</summary>
/// <remarks>
/// A customer is known by user id, by phone number, or by both. An event queues under each name that it knows, and runs when it is the
/// first under all of them; so it meets the other events of the customer whichever name those carry. Events without a customer queue
/// for their account. A name without events takes no memory, but for which number belongs to which user id.
/// </remarks>
internal sealed class CustomerLanes
{
    private readonly Lock _gate = new();
    private readonly Dictionary<LaneName, Turn> _last = [];
    private readonly PhoneAliases _aliases = new(capacity: 20_000);

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
    public Turn Enter(WebhookEvent webhookEvent)
    {
        lock (_gate)
        {
            return EnterInside(webhookEvent);
        }
    }

    /// <summary>Queues the events of a delivery in one go, so that no other delivery comes between them.</summary>
    public Turn[] Enter(IReadOnlyList<WebhookEvent> events)
    {
        Turn[] turns = new Turn[events.Count];
        lock (_gate)
        {
            for (int i = 0; i < turns.Length; i++)
            {
                turns[i] = EnterInside(events[i]);
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
            awaited = turn.Awaited;
        }

        awaited?.SetResult();
    }

    private Turn EnterInside(WebhookEvent webhookEvent)
    {
        (LaneName lane, LaneName other) = NamesOf(webhookEvent);
        Turn turn = new(lane, other);
        Task? before = Follow(lane, turn);
        if (other.Id is not null && Follow(other, turn) is { } otherBefore && otherBefore != before)
        {
            before = before is null ? otherBefore : Task.WhenAll(before, otherBefore);
        }

        turn.Before = before;
        return turn;
    }

    private (LaneName Lane, LaneName Other) NamesOf(WebhookEvent webhookEvent)
    {
        string? user = webhookEvent.Customer.UserId.Value;
        string? phone = webhookEvent.Customer.WaId;
        if (string.IsNullOrEmpty(phone))
        {
            return string.IsNullOrEmpty(user)
                ? (new(LaneKind.Account, webhookEvent.BusinessAccountId.Value ?? ""), default)
                : (new(LaneKind.User, user), default);
        }

        if (string.IsNullOrEmpty(user))
        {
            user = _aliases.Find(phone);
        }
        else
        {
            _aliases.Remember(phone, user);
        }

        return user is null ? (new(LaneKind.Phone, phone), default) : (new(LaneKind.User, user), new(LaneKind.Phone, phone));
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

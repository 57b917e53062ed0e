namespace WhatsCommerce.Webhooks;

/// <summary>Where the events of deliveries wait for what others do: for the customer's turn, for a place, for another instance.</summary>
/// <remarks>
/// <para>A delivery has <see cref="WebhookOptions.WaitForOtherDelivery"/> for all its waiting together, counted from when the last of its
/// own events came to a stand: while one of them goes on it cannot be answered anyway, and the others may as well wait.</para>
/// <para>What waits keeps its body in memory. So the room is bounded, and who finds it full does not wait at all.</para>
/// </remarks>
internal sealed class WaitingRoom(TimeProvider time)
{
    /// <summary>How many bytes of bodies may wait: ten of the largest, or two thousand small ones.</summary>
    private const long Capacity = 32 * 1024 * 1024;

    /// <summary>What a small delivery takes, with its request, its events and its tasks.</summary>
    private const int LeastWeight = 16 * 1024;

    /// <summary>How often an event looks again whether its delivery still goes on.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private long _weight;

    /// <summary>Waits for a task as long as the delivery has patience.</summary>
    /// <returns>Whether the task ended.</returns>
    /// <exception cref="OperationCanceledException">The app stops.</exception>
    public async ValueTask<bool> WaitAsync(Task awaited, Delivery delivery, Turn turn)
    {
        if (awaited.IsCompleted)
        {
            return true;
        }

        Enter(delivery, turn);
        for (TimeSpan left = PatienceOf(delivery); !awaited.IsCompleted && left > TimeSpan.Zero; left = PatienceOf(delivery))
        {
            await awaited.WaitAsync(left, time, delivery.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            delivery.Stopping.ThrowIfCancellationRequested();
        }

        return awaited.IsCompleted;
    }

    /// <summary>Waits some time, or less where the delivery has less patience.</summary>
    /// <returns>Whether it had any.</returns>
    /// <exception cref="OperationCanceledException">The app stops.</exception>
    public async ValueTask<bool> PauseAsync(TimeSpan pause, Delivery delivery, Turn turn)
    {
        Enter(delivery, turn);
        TimeSpan left = PatienceOf(delivery);
        if (left <= TimeSpan.Zero)
        {
            return false;
        }

        await Task.Delay(pause < left ? pause : left, time, delivery.Stopping).ConfigureAwait(false);
        return true;
    }

    /// <summary>Takes note that an event goes on. It waits from its first wait until a handler runs, whatever it waits for in between.</summary>
    public void Leave(Delivery delivery, Turn turn)
    {
        if (turn.IsWaiting)
        {
            lock (_gate)
            {
                turn.IsWaiting = false;
                delivery.Waiting--;
                delivery.Moving++;
                Weigh(delivery);
            }
        }
    }

    /// <summary>Takes note that an event is through, or gave up.</summary>
    public void End(Delivery delivery, Turn turn)
    {
        if (delivery.Events.Count == 1 && !turn.IsWaiting)
        {
            return;
        }

        lock (_gate)
        {
            if (turn.IsWaiting)
            {
                delivery.Waiting--;
            }
            else
            {
                delivery.Moving--;
            }

            Weigh(delivery);
        }
    }

    private void Enter(Delivery delivery, Turn turn)
    {
        if (!turn.IsWaiting)
        {
            lock (_gate)
            {
                turn.IsWaiting = true;
                delivery.Waiting++;
                delivery.Moving--;
                Weigh(delivery);
            }
        }
    }

    private TimeSpan PatienceOf(Delivery delivery)
    {
        lock (_gate)
        {
            TimeSpan most = delivery.Options.WaitForOtherDelivery;
            return delivery.Moving > 0 ? (most > Look ? most : Look)
                : delivery.IsAdmitted ? most - time.GetElapsedTime(delivery.WaitsSince)
                : TimeSpan.Zero;
        }
    }

    /// <summary>Lets a delivery in that does nothing but wait, and out when it goes on or ends.</summary>
    private void Weigh(Delivery delivery)
    {
        bool onlyWaits = delivery is { Moving: 0, Waiting: > 0 };
        if (onlyWaits == delivery.OnlyWaits)
        {
            return;
        }

        delivery.OnlyWaits = onlyWaits;
        long weight = Math.Max(delivery.BodyBytes, LeastWeight);
        if (onlyWaits)
        {
            delivery.WaitsSince = time.GetTimestamp();

            // One that is larger than the room may wait alone.
            delivery.IsAdmitted = _weight == 0 || _weight + weight <= Capacity;
            _weight += delivery.IsAdmitted ? weight : 0;
        }
        else if (delivery.IsAdmitted)
        {
            delivery.IsAdmitted = false;
            _weight -= weight;
        }
    }
}

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Bounds how long and how many events wait: for earlier events of the customer, for a concurrency slot, or for a claim that another
/// instance holds.
/// </summary>
/// <remarks>
/// <para><see cref="WebhookOptions.WaitForOtherDelivery"/> limits the total waiting time of a delivery, counted from the moment when none
/// of its events is running any more: while one is running the delivery cannot be answered anyway, and the others may as well wait.</para>
/// <para>A waiting delivery keeps its body in memory. Therefore the total is bounded, and a delivery that would exceed it does not wait at
/// all.</para>
/// </remarks>
internal sealed class WaitingRoom(TimeProvider time)
{
    /// <summary>The maximum size in bytes of bodies that may wait: ten of the largest, or two thousand small ones.</summary>
    private const long Capacity = 32 * 1024 * 1024;

    /// <summary>The least weight of a delivery in bytes, for its request, its events and its tasks.</summary>
    private const int LeastWeight = 16 * 1024;

    /// <summary>How often a waiting event checks whether other events of its delivery are still running.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private long _weight;

    /// <summary>Waits for a task for as long as the delivery may wait.</summary>
    /// <returns>Whether the task completed.</returns>
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

    /// <summary>Waits for the given time, or less if the delivery may not wait that long.</summary>
    /// <returns><see langword="false"/> if the delivery may not wait any longer; otherwise, <see langword="true"/>.</returns>
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

    /// <summary>
    /// Records that an event runs on. An event counts as waiting from its first wait until a handler runs, whatever it waits for in
    /// between.
    /// </summary>
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

    /// <summary>Records that an event finished, or that its wait ran out.</summary>
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
        if (delivery.IsQueued)
        {
            return TimeSpan.Zero;
        }

        lock (_gate)
        {
            TimeSpan most = delivery.Options.WaitForOtherDelivery;
            return delivery.Moving > 0 ? (most > Look ? most : Look)
                : delivery.IsAdmitted ? most - time.GetElapsedTime(delivery.WaitsSince)
                : TimeSpan.Zero;
        }
    }

    /// <summary>Admits a delivery all of whose open events wait, and removes it when one of them runs or ends.</summary>
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

            // A delivery larger than the capacity may wait alone.
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

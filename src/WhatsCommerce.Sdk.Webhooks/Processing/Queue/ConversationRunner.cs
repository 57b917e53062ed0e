namespace WhatsCommerce.Webhooks;

/// <summary>Runs the events of a leased conversation, one after the other, and stores the results.</summary>
internal sealed class ConversationRunner(
    IDeliveryQueue queue,
    WebhookProcessor processor,
    DeliveryQueueOptions options,
    ProcessingServices services,
    ConversationKeeper keeper)
{
    /// <summary>
    /// The wait for a run of the same event elsewhere: usually that of a crashed instance, whose claim has not ended yet.
    /// </summary>
    private static readonly TimeSpan WaitForOtherRun = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs the events of a lease.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="ran">Called when no handler runs any more, before the results are stored.</param>
    /// <param name="draining">Canceled when no further event must start.</param>
    /// <param name="stopping">Canceled when handlers must end.</param>
    public async Task RunAsync(ConversationLease lease, Action ran, CancellationToken draining, CancellationToken stopping)
    {
        HeldConversation held = keeper.Add(lease);
        QueueTelemetry.Started(lease.Lane);
        try
        {
            ConversationOutcome outcome = await RunEventsAsync(held, draining, stopping).ConfigureAwait(false);
            ran();
            await FinishAsync(lease, outcome).ConfigureAwait(false);
        }
        finally
        {
            keeper.Remove(held);
            QueueTelemetry.Ended(lease.Lane);
        }
    }

    private async ValueTask<ConversationOutcome> RunEventsAsync(
        HeldConversation held, CancellationToken draining, CancellationToken stopping)
    {
        List<long> done = [];
        List<RetriedEvent> retried = [];
        TimeSpan? heldFor = null;
        foreach (LeasedEvent queued in held.Lease.Events)
        {
            if (heldFor is not null || held.IsLost || draining.IsCancellationRequested)
            {
                break;
            }

            QueueTelemetry.Waited(held.Lease.Lane, queued.Waited);
            switch (await RunAsync(queued, stopping).ConfigureAwait(false))
            {
                case RunResult.Done:
                    done.Add(queued.Sequence);
                    break;
                case RunResult.InProgress:
                    // Even if failures do not hold back others: two events of a conversation never run at the same time.
                    heldFor = WaitForOtherRun;
                    break;
                case null:
                    heldFor = TimeSpan.Zero;
                    break;
                default:
                    TimeSpan delay = options.DelayAfter(queued.Retries);
                    retried.Add(new(queued.Sequence, delay));
                    heldFor = options.HoldBackAfterFailure ? delay : null;
                    break;
            }
        }

        return new() { Done = done, Retried = retried, HeldFor = heldFor };
    }

    /// <summary>Runs an event.</summary>
    /// <returns>The result; <see langword="null"/> when the app stopped meanwhile.</returns>
    private async ValueTask<RunResult?> RunAsync(LeasedEvent queued, CancellationToken stopping)
    {
        try
        {
            return await processor.RunQueuedAsync(queued, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            // What is wrong with one event, such as that its endpoint is not registered here, must not stop the others.
            TimeSpan delay = options.DelayAfter(queued.Retries);
            QueueLog.NotRun(services.Logger, exception, queued.EndpointName.ForLogs(), delay);
            return RunResult.Failed;
        }
    }

    /// <summary>Stores the results, with retries until the lease would have ended.</summary>
    private async ValueTask FinishAsync(ConversationLease lease, ConversationOutcome outcome)
    {
        long begun = services.Time.GetTimestamp();
        for (TimeSpan pause = FirstPause; ; pause *= 2)
        {
            try
            {
                await queue.FinishAsync(lease, outcome, CancellationToken.None).ConfigureAwait(false);
                return;
            }
            catch (Exception exception)
            {
                // Whatever the queue throws: a retry may succeed.
                if (exception is ObjectDisposedException || services.Time.GetElapsedTime(begun) + pause >= options.Lease)
                {
                    QueueLog.NotFinished(services.Logger, exception, lease.Lane, lease.Events.Count);
                    return;
                }
            }

            await Task.Delay(pause, services.Time, CancellationToken.None).ConfigureAwait(false);
        }
    }
}

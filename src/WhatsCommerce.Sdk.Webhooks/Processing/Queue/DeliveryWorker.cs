using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Webhooks;

/// <summary>Handles the events in the delivery queue while the app runs.</summary>
internal sealed class DeliveryWorker(
    IDeliveryQueue queue, WebhookProcessor processor, IOptions<DeliveryQueueOptions> configured, ProcessingServices services)
    : IHostedService, IDisposable
{
    private static readonly TimeSpan MeasuredEvery = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long canceled handlers may take to release their claims: a canceled send awaits its response for five seconds.
    /// </summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(7);

    private CancellationTokenSource _draining = new();
    private CancellationTokenSource _stopping = new();
    private CancellationTokenSource _ended = new();
    private readonly List<LaneWorker> _lanes = [];
    private readonly List<Task> _loops = [];
    private readonly List<Task> _care = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await queue.StartAsync(cancellationToken).ConfigureAwait(false);
        DeliveryQueueOptions options = configured.Value;
        (CancellationToken draining, CancellationToken stopping, CancellationToken ended) =
            (_draining.Token, _stopping.Token, _ended.Token);
        _care.Add(Task.Run(() => MeasureAsync(ended), CancellationToken.None));
        if (!options.RunWorker)
        {
            return;
        }

        ConversationKeeper keeper = new(queue, options, services);
        ConversationRunner runner = new(queue, processor, options, services, keeper);
        _care.Add(Task.Run(() => keeper.RunAsync(ended), CancellationToken.None));
        bool forwards = services.Forwarding is not null;
        foreach (DeliveryLane lane in Enum.GetValues<DeliveryLane>().Where(one => forwards || one != DeliveryLane.Forwards))
        {
            LaneWorker worker = new(lane, queue, options, services, runner);
            _lanes.Add(worker);
            _loops.Add(Task.Run(() => worker.RunAsync(draining, stopping), CancellationToken.None));
        }
    }

    /// <summary>Stops leasing, and waits for the running events; at the time limit, cancels their handlers.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _draining.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await LeaveAsync(cancellationToken).ConfigureAwait(false);
        Task[] running = [.. _lanes.SelectMany(lane => lane.Running)];
        QueueLog.Draining(services.Logger, running.Length);
        await Task.WhenAll(running).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        int late = running.Count(one => !one.IsCompleted);
        if (late > 0)
        {
            QueueLog.CutOff(services.Logger, late);
            await _stopping.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).WaitAsync(Grace, services.Time, CancellationToken.None)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _ended.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_care).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // It may be started again.
        _loops.Clear();
        _lanes.Clear();
        _care.Clear();
        (_draining, _stopping, _ended) = (new(), new(), new());
    }

    public void Dispose()
    {
        _draining.Cancel();
        _ended.Cancel();
        _lanes.ForEach(lane => lane.Dispose());
        _draining.Dispose();
        _stopping.Dispose();
        _ended.Dispose();
    }

    private async Task LeaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await queue.StopAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Whatever the queue throws: it ends with the app.
            QueueLog.NotLeft(services.Logger, exception);
        }
    }

    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(MeasuredEvery, services.Time, cancellationToken).ConfigureAwait(false);
            if (!QueueTelemetry.IsMeasured)
            {
                continue;
            }

            try
            {
                QueueTelemetry.Measured(await queue.MeasureAsync(cancellationToken).ConfigureAwait(false));
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Whatever the queue throws, the next measurement may work.
                QueueLog.NoResponse(services.Logger, exception, MeasuredEvery);
            }
        }
    }
}

using System.Threading.Channels;

namespace WhatsCommerce.Testing;

/// <summary>
/// Posts signed webhooks to the callback one at a time and in order, with retries after failures until a webhook is accepted or given up.
/// Updates can be added to a waiting webhook. Counts pending work, so that a test can wait until nothing is in progress.
/// </summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    // The maximum wait for the rest of a group that is reordered, so that callers do not wait forever.
    private static readonly TimeSpan GroupWait = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly CloudApiEmulatorOptions _options;
    private readonly EmulatedWebhookFields _fields;
    private readonly EmulatedWebhookFaults _faults;
    private readonly WebhookBodies _bodies;
    private readonly History<RecordedDelivery> _history;
    private readonly TrafficLog _traffic;
    private readonly EmulatorNotices _notices;
    private readonly LinkedList<RecordedDelivery> _pending = new();
    private readonly Channel<RecordedDelivery> _queue = Channel.CreateUnbounded<RecordedDelivery>(new() { SingleReader = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopping;
    private readonly Quiet _quiet = new();
    private readonly WebhookClient _client;
    private readonly Task _work;
    private volatile Uri? _callback;
    private volatile DeliveryAttempt? _lastAttempt;
    private RecordedDelivery? _open;
    private int _pendingUpdates;
    private long _pendingBytes;
    private bool _isStopped;

    public WebhookSender(
        CloudApiEmulatorOptions options,
        EmulatedWebhookFields fields,
        EmulatedWebhookFaults faults,
        WebhookBodies bodies,
        History<RecordedDelivery> history,
        TrafficLog traffic,
        EmulatorNotices notices)
    {
        _notices = notices;
        _options = options;
        _fields = fields;
        _faults = faults;
        _bodies = bodies;
        _history = history;
        _traffic = traffic;
        _client = new(options);
        _stopping = _stop.Token;
        _work = Task.Run(WorkAsync, CancellationToken.None);
    }

    /// <summary>
    /// The app's callback. Without one nothing is delivered or kept for later; a number or an account may have its own callback.
    /// </summary>
    public Uri? Callback
    {
        get => _callback;
        set
        {
            _callback = value;
            _lastAttempt = null;
        }
    }

    /// <summary>The last attempt to post to <see cref="Callback"/>; <see langword="null"/> when none was made since it was set.</summary>
    public DeliveryAttempt? LastAttempt => _lastAttempt;

    /// <summary>Tracks whether anything is still to be delivered.</summary>
    public Quiet Quiet => _quiet;

    /// <summary>The webhooks that are pending or being sent, oldest first.</summary>
    public IReadOnlyList<PendingWebhook> Pending
    {
        get
        {
            lock (_gate)
            {
                return [.. _pending.Select(delivery => delivery.ToPending())];
            }
        }
    }

    /// <summary>Enqueues an update.</summary>
    /// <param name="subject">A short description.</param>
    /// <param name="update">The number that it concerns, and the JSON to send.</param>
    /// <returns>A task that completes when the callback has accepted it, or when its delivery was given up or dropped.</returns>
    public Task Enqueue(string subject, WebhookUpdate update)
    {
        if (CallbackOf(update.Number) is not { } callback || !_fields.Takes(update))
        {
            return Task.CompletedTask;
        }

        WebhookMishap mishap = _faults.Strike();
        Task told = Add(subject, update, callback, mishap);
        if (mishap.HasUnknownBeside)
        {
            _ = Add("message unknown", _bodies.UnknownMessage(update.Number), callback, default);
            _ = Add("field unknown", WebhookBodies.UnknownField(update.Number), callback, default);
        }

        return told;
    }

    /// <summary>Enqueues the bytes of an earlier webhook, without applying faults.</summary>
    /// <returns>The new delivery; <see langword="null"/> when there is no callback for it.</returns>
    public RecordedDelivery? EnqueueAgain(PendingWebhook earlier, EmulatedNumber number)
    {
        if (CallbackOf(number) is null)
        {
            return null;
        }

        RecordedDelivery delivery = new(
            _traffic.Next(),
            earlier.Subject,
            number,
            new(earlier.Body, earlier.UpdateCount, earlier.UpdateCount),
            _options.TimeProvider.GetUtcNow());
        lock (_gate)
        {
            Start(delivery, default);
        }

        return delivery;
    }

    /// <summary>Verifies a callback with the verify token of the options.</summary>
    public Task VerifyAsync(Uri callback, CancellationToken cancellationToken) =>
        VerifyAsync(callback, _options.VerifyToken, cancellationToken);

    /// <summary>Verifies a callback with a verify token.</summary>
    public Task VerifyAsync(Uri callback, string verifyToken, CancellationToken cancellationToken) =>
        _client.VerifyAsync(callback, verifyToken, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _queue.Writer.TryComplete();
        await _work.ConfigureAwait(false);
        RecordedDelivery[] left;
        lock (_gate)
        {
            _isStopped = true;
            left = [.. _pending];
        }

        // Waiters are released first, because webhooks that are given up here do not count as delivered.
        _quiet.Close();
        foreach (RecordedDelivery delivery in left)
        {
            Finish(delivery, DeliveryState.GivenUp);
        }

        _client.Dispose();
        _stop.Dispose();
    }

    // The callback of the number, or of its account, or of the app. Source: Meta, webhooks/override.
    private Uri? CallbackOf(EmulatedNumber number) =>
        number.Account.IsSubscribed ? number.Callback ?? number.Account.Callback ?? _callback : null;

    // Called under the lock.
    private bool IsFull => _pendingUpdates >= _options.PendingLimit || _pendingBytes >= _options.PendingByteLimit;

    private Task Add(string subject, WebhookUpdate update, Uri callback, WebhookMishap mishap)
    {
        lock (_gate)
        {
            if (!mishap.GoesAlone && !IsFull && Join(update, callback) is { } joined)
            {
                joined.IsDuplicated |= mishap.IsDuplicated;
                return joined.Finished;
            }

            WebhookBody body = new(update.Body, maxUpdates: mishap.GoesAlone ? 1 : _options.UpdatesPerWebhook);
            RecordedDelivery delivery = new(
                _traffic.Next(), subject, update.Number, body, _options.TimeProvider.GetUtcNow()) { IsDuplicated = mishap.IsDuplicated };
            Start(delivery, mishap);
            return delivery.Finished;
        }
    }

    // Adds the update to the last delivery of the history; earlier deliveries must not grow.
    private RecordedDelivery? Join(WebhookUpdate update, Uri callback)
    {
        if (_open is not { } open || CallbackOf(open.From) != callback || open.Join(update.Body) is not (> 0 and var bytes))
        {
            return null;
        }

        _pendingUpdates++;
        _pendingBytes += bytes;
        _history.Grow(bytes);
        _traffic.Stamp(open);
        return open;
    }

    private void Start(RecordedDelivery delivery, WebhookMishap mishap)
    {
        _open = null;
        _history.Add(delivery);
        if (mishap.IsDropped || _isStopped)
        {
            delivery.Finish(mishap.IsDropped ? DeliveryState.Dropped : DeliveryState.GivenUp, _traffic);
            return;
        }

        _traffic.Stamp(delivery);

        // A slow callback must neither fill the memory nor block senders, because it may be a sender itself.
        if (IsFull)
        {
            string waiting = string.Create(
                CultureInfo.InvariantCulture,
                $"{Plural.Of(_pendingUpdates, "update")} with {_pendingBytes >> 10} kB {Plural.Are(_pendingUpdates)} already waiting");
            delivery.Add(new() { At = delivery.At, Problem = $"not sent: {waiting}" });
            _notices.Tell(
                "webhooks",
                $"Webhooks are given up, since {waiting} for a callback that does not take them: PendingLimit and PendingByteLimit say how "
                    + "many may wait.");
            delivery.Finish(DeliveryState.GivenUp, _traffic);
            return;
        }

        _quiet.Hold();
        _pendingUpdates++;
        _pendingBytes += delivery.Size;
        delivery.Place = _pending.AddLast(delivery);
        if (mishap.Delay > TimeSpan.Zero)
        {
            _ = QueueLaterAsync(delivery, mishap.Delay, mishap.Group);
        }
        else if (mishap.Group is { } group)
        {
            HoldIn(group, delivery);
        }
        else
        {
            _open = _options.UpdatesPerWebhook > 1 && !mishap.GoesAlone ? delivery : null;
            _queue.Writer.TryWrite(delivery);
        }
    }

    private void Finish(RecordedDelivery delivery, DeliveryState state)
    {
        lock (_gate)
        {
            if (delivery.Place is not { } place)
            {
                return;
            }

            _pending.Remove(place);
            delivery.Place = null;
            _pendingUpdates -= delivery.UpdateCount;
            _pendingBytes -= delivery.Size;
        }

        delivery.Finish(state, _traffic);
        _quiet.Release();
    }

    private void HoldIn(ShuffledGroup group, RecordedDelivery delivery)
    {
        bool isFirst = group.IsEmpty;
        group.Hold(delivery);
        if (group.IsFull)
        {
            Release(group);
        }
        else if (isFirst)
        {
            _ = ReleaseLaterAsync(group, group.Round);
        }
    }

    private void Release(ShuffledGroup group)
    {
        foreach (RecordedDelivery delivery in group.Release())
        {
            _queue.Writer.TryWrite(delivery);
        }
    }

    private async Task ReleaseLaterAsync(ShuffledGroup group, int round)
    {
        if (await HasWaitedAsync(GroupWait, TimeProvider.System).ConfigureAwait(false))
        {
            lock (_gate)
            {
                if (group.Round == round)
                {
                    Release(group);
                }
            }
        }
    }

    private async Task QueueLaterAsync(RecordedDelivery delivery, TimeSpan wait, ShuffledGroup? group = null)
    {
        if (!await HasWaitedAsync(wait, _options.TimeProvider).ConfigureAwait(false))
        {
            return;
        }

        if (group is null)
        {
            _queue.Writer.TryWrite(delivery);
            return;
        }

        lock (_gate)
        {
            HoldIn(group, delivery);
        }
    }

    // Webhooks that still wait when the emulator stops are given up.
    private async Task<bool> HasWaitedAsync(TimeSpan wait, TimeProvider clock)
    {
        try
        {
            await Task.Delay(wait, clock, _stopping).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach (RecordedDelivery delivery in _queue.Reader.ReadAllAsync(_stopping).ConfigureAwait(false))
            {
                lock (_gate)
                {
                    _open = _open == delivery ? null : _open;
                }

                await DeliverAsync(delivery).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Disposed: the remaining webhooks are given up.
        }
    }

    private async Task DeliverAsync(RecordedDelivery delivery)
    {
        while (!await AttemptAsync(delivery).ConfigureAwait(false))
        {
            int failures = delivery.Attempts.Count;
            if (failures > _options.RedeliveryWaits.Count)
            {
                Finish(delivery, DeliveryState.GivenUp);
                return;
            }

            TimeSpan wait = _options.RedeliveryWaits[failures - 1];
            if (!_options.DeliverInOrder)
            {
                _ = QueueLaterAsync(delivery, wait);
                return;
            }

            await Task.Delay(wait, _options.TimeProvider, _stopping).ConfigureAwait(false);
        }

        if (delivery.IsDuplicated)
        {
            await AttemptAsync(delivery).ConfigureAwait(false);
        }

        Finish(delivery, DeliveryState.Delivered);
    }

    private async Task<bool> AttemptAsync(RecordedDelivery delivery)
    {
        Uri? callback = CallbackOf(delivery.From);
        DeliveryAttempt attempt = await _client.PostAsync(callback, delivery.PostedBody, _stopping).ConfigureAwait(false);
        _lastAttempt = callback is not null && callback == _callback ? attempt : _lastAttempt;
        delivery.Add(attempt);
        _traffic.Stamp(delivery);
        return attempt.Succeeded;
    }
}

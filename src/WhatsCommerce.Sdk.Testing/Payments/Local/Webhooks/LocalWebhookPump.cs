using System.Threading.Channels;

namespace WhatsCommerce.Testing;

/// <summary>Delivers the webhooks of a local provider one by one when they are due, with retries.</summary>
internal sealed class LocalWebhookPump : IAsyncDisposable
{
    private readonly Channel<(LocalDelivery Delivery, int Attempt)> _due =
        Channel.CreateUnbounded<(LocalDelivery, int)>(new() { SingleReader = true });

    private readonly Quiet _quiet = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly IReadOnlyList<TimeSpan> _redeliveryWaits;
    private readonly EmulatorTimers _timers;
    private readonly LocalWebhookPoster _poster;
    private readonly Task _pumping;
    private Uri? _callback;

    public LocalWebhookPump(LocalProviderOptions options, EmulatorTimers timers, Action<HttpRequestMessage, LocalDelivery> sign)
    {
        _redeliveryWaits = options.RedeliveryWaits;
        _timers = timers;
        _poster = new(options.TimeProvider, sign);
        _pumping = Task.Run(PumpAsync, _stop.Token);
    }

    public Uri? Callback
    {
        get => Volatile.Read(ref _callback);
        set => Volatile.Write(ref _callback, value);
    }

    public Task WhenQuietAsync(CancellationToken cancellationToken) => _quiet.WaitAsync(cancellationToken);

    /// <summary>Enqueues a delivery after a delay; immediately if the delay is not positive.</summary>
    public void Enqueue(LocalDelivery delivery, TimeSpan wait = default, int attempt = 0)
    {
        if (wait > TimeSpan.Zero)
        {
            _timers.After(wait, () => Enqueue(delivery, attempt: attempt));
            return;
        }

        _quiet.Hold();
        _due.Writer.TryWrite((delivery, attempt));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        try
        {
            await _pumping.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Canceled on disposal.
        }

        _quiet.Close();
        _poster.Dispose();
        _stop.Dispose();
    }

    private async Task PumpAsync()
    {
        await foreach ((LocalDelivery delivery, int attempt) in _due.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
        {
            if (Callback is { } callback)
            {
                await DeliverAsync(callback, delivery, attempt).ConfigureAwait(false);
            }

            _quiet.Release();
        }
    }

    private async Task DeliverAsync(Uri callback, LocalDelivery delivery, int attempt)
    {
        DeliveryAttempt done = await _poster.PostAsync(callback, delivery, _stop.Token).ConfigureAwait(false);
        delivery.Add(done);
        if (done.StatusCode is not (>= 200 and < 300) && attempt < _redeliveryWaits.Count)
        {
            Enqueue(delivery, _redeliveryWaits[attempt], attempt + 1);
        }
    }
}

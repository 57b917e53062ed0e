using System.Net.Http.Headers;
using System.Threading.Channels;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Testing.Delivery;

/// <summary>
/// Posts signed webhooks to the callback, one after the other in the order told, each again after a failure until it is taken or given up.
/// Keeps count of what is still to come, so that a test can wait for quiet.
/// </summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    private readonly CloudApiEmulatorOptions _options;
    private readonly History<RecordedDelivery> _history;
    private readonly Channel<RecordedDelivery> _queue = Channel.CreateUnbounded<RecordedDelivery>(new() { SingleReader = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly Quiet _quiet = new();
    private readonly HttpClient _client;
    private readonly Task _work;
    private volatile Uri? _callback;
    private int _underWay;

    public WebhookSender(CloudApiEmulatorOptions options, History<RecordedDelivery> history)
    {
        _options = options;
        _history = history;
        _client = CreateClient();
        _work = Task.Run(WorkAsync, CancellationToken.None);
    }

    /// <summary>Where webhooks go; nothing is delivered, nor kept for later, while there is none.</summary>
    public Uri? Callback
    {
        get => _callback;
        set => _callback = value;
    }

    /// <summary>Tells whether anything is still to be delivered.</summary>
    public Quiet Quiet => _quiet;

    /// <summary>Puts a body into the queue.</summary>
    /// <param name="subject">What it tells, in a few words.</param>
    /// <param name="body">The JSON as it goes over the wire.</param>
    /// <returns>A task that ends when the callback took it, or it was given up.</returns>
    public Task Enqueue(string subject, byte[] body)
    {
        if (_callback is null || _stop.IsCancellationRequested)
        {
            return Task.CompletedTask;
        }

        RecordedDelivery delivery = new(subject, body);
        _history.Add(delivery);

        // A callback that cannot keep up must neither fill the memory nor hold up the senders, of which it may be one itself.
        if (Interlocked.Increment(ref _underWay) > _options.PendingLimit)
        {
            delivery.Add(new() { At = _options.TimeProvider.GetUtcNow(), Problem = $"not sent: {_options.PendingLimit} webhooks are waiting already" });
            GiveUp(delivery);
            return delivery.Finished;
        }

        _quiet.Hold();
        if (!_queue.Writer.TryWrite(delivery))
        {
            GiveUp(delivery);
            _quiet.Release();
        }

        return delivery.Finished;
    }

    /// <summary>Asks a callback whether it knows the verify token, as Meta does before it delivers anything.</summary>
    public async Task VerifyAsync(Uri callback, CancellationToken cancellationToken)
    {
        string challenge = Random.Shared.NextInt64(1_000_000_000, 2_000_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
        UriBuilder address = new(callback);
        string query = $"hub.mode=subscribe&hub.challenge={challenge}&hub.verify_token={Uri.EscapeDataString(_options.VerifyToken)}";
        address.Query = address.Query.Length > 1 ? $"{address.Query}&{query}" : query;

        using CancellationTokenSource limit = Limit(cancellationToken);
        try
        {
            using HttpResponseMessage response = await _client.GetAsync(address.Uri, limit.Token).ConfigureAwait(false);
            string answer = await response.Content.ReadAsStringAsync(limit.Token).ConfigureAwait(false);
            if (response.StatusCode != System.Net.HttpStatusCode.OK || answer != challenge)
            {
                throw WebhookVerificationException.Refused(callback, (int)response.StatusCode, answer);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw WebhookVerificationException.Unreachable(callback, exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw WebhookVerificationException.Unreachable(callback, exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _queue.Writer.TryComplete();
        await _work.ConfigureAwait(false);
        while (_queue.Reader.TryRead(out RecordedDelivery? left))
        {
            GiveUp(left);
        }

        _quiet.Close();
        _client.Dispose();
        _stop.Dispose();
    }

    private void GiveUp(RecordedDelivery delivery)
    {
        Interlocked.Decrement(ref _underWay);
        delivery.Finish(DeliveryState.GivenUp);
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach (RecordedDelivery delivery in _queue.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
            {
                DeliveryState outcome = DeliveryState.GivenUp;
                try
                {
                    outcome = await DeliverAsync(delivery, _stop.Token).ConfigureAwait(false);
                }
                finally
                {
                    Interlocked.Decrement(ref _underWay);
                    delivery.Finish(outcome);
                    _quiet.Release();
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed: what is left is given up.
        }
    }

    private async Task<DeliveryState> DeliverAsync(RecordedDelivery delivery, CancellationToken stop)
    {
        string signature = WebhookSignature.Compute(delivery.Body.Span, _options.AppSecret);
        for (int number = 0; ; number++)
        {
            DeliveryAttempt attempt = await AttemptAsync(delivery.Body, signature, stop).ConfigureAwait(false);
            delivery.Add(attempt);
            if (attempt.Succeeded)
            {
                return DeliveryState.Delivered;
            }

            if (number == _options.RedeliveryWaits.Count)
            {
                return DeliveryState.GivenUp;
            }

            await Task.Delay(_options.RedeliveryWaits[number], _options.TimeProvider, stop).ConfigureAwait(false);
        }
    }

    private async Task<DeliveryAttempt> AttemptAsync(ReadOnlyMemory<byte> body, string signature, CancellationToken stop)
    {
        DeliveryAttempt attempt = new() { At = _options.TimeProvider.GetUtcNow() };
        using CancellationTokenSource limit = Limit(stop);
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Post, _callback);
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Add(WebhookSignature.HeaderName, signature);
            using HttpResponseMessage response =
                await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            return attempt with { StatusCode = (int)response.StatusCode };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return attempt with { Problem = exception.Message };
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return attempt with { Problem = $"no answer within {_options.DeliveryTimeout}" };
        }
    }

    private CancellationTokenSource Limit(CancellationToken cancellationToken)
    {
        // The callback is a real server, so that its time runs on the real clock, whatever clock the test holds.
        CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.DeliveryTimeout);
        return limit;
    }

    private static HttpClient CreateClient()
    {
        SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
        HttpClient client = new(handler, disposeHandler: true)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = 64 * 1024,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "facebookexternalua");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "*/*");
        return client;
    }
}

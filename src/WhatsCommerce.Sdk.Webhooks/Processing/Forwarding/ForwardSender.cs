using System.Collections.Concurrent;
using System.Net.Http.Headers;

namespace WhatsCommerce.Webhooks;

/// <summary>Posts bodies to the URLs of forwards: no redirects, no cookies, and only the status of a response is read.</summary>
internal sealed class ForwardSender(IOptionsMonitor<ForwardOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>The header with the id by which a receiver detects duplicates.</summary>
    public const string IdHeader = "X-WhatsCommerce-Delivery";

    /// <summary>The header with the number of the attempt.</summary>
    public const string AttemptHeader = "X-WhatsCommerce-Attempt";

    private const int MostHeadersInKilobytes = 16;
    private const int MostDrainedBytes = 64 * 1024;
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // Longer than any Timeout, which ends the wait of a request; this ends a connection attempt in the background.
    private static readonly TimeSpan LongestConnect = TimeSpan.FromMinutes(6);

    private readonly ConcurrentDictionary<string, Lazy<HttpMessageInvoker>> _clients = new(StringComparer.Ordinal);

    /// <summary>Makes one attempt.</summary>
    /// <returns>The error, without URL, body and secrets; <see langword="null"/> when the receiver accepted it (2xx).</returns>
    /// <exception cref="OperationCanceledException">The app stops.</exception>
    public async Task<string?> SendAsync(
        ForwardRegistration forward, string key, ReadOnlyMemory<byte> body, int attempt, CancellationToken stopping)
    {
        ForwardOptions now = options.Get(forward.Name);
        using CancellationTokenSource late = new(now.Timeout, time);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping);
        try
        {
            using HttpRequestMessage request = Make(forward, now, key, body, attempt);
            using HttpResponseMessage response = await GetClient(forward.Name).SendAsync(request, end.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"The address answered {(int)response.StatusCode}.");
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The address did not answer within {now.Timeout.TotalSeconds} s.");
        }
        catch (HttpRequestException exception)
        {
            return exception.InnerException is ForbiddenAddressException forbidden
                ? forbidden.Message
                : $"The request failed: {exception.HttpRequestError}.";
        }
    }

    public void Dispose()
    {
        foreach (Lazy<HttpMessageInvoker> client in _clients.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }
    }

    private static HttpRequestMessage Make(
        ForwardRegistration forward, ForwardOptions now, string key, ReadOnlyMemory<byte> body, int attempt)
    {
        HttpRequestMessage request = new(HttpMethod.Post, now.Address) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        string? signature = now.Signature == ForwardSignature.AsReceived
            ? ForwardedBody.SignatureOf(key)
            : WebhookSignature.Compute(body, now.Secret!);
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(WebhookSignature.HeaderName, signature);
        }

        request.Headers.TryAddWithoutValidation(IdHeader, ForwardedBody.IdOf(forward.Id, key));
        request.Headers.TryAddWithoutValidation(AttemptHeader, attempt.ToString(CultureInfo.InvariantCulture));
        foreach ((string name, string value) in now.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private HttpMessageInvoker GetClient(string name) => _clients.GetOrAdd(
        name, static (key, sender) => new Lazy<HttpMessageInvoker>(() => sender.MakeClient(key)), this).Value;

    private HttpMessageInvoker MakeClient(string name) => new(new SocketsHttpHandler
    {
        // A redirect would send customers' data to a URL that nobody has configured.
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !options.Get(name).PublicAddressesOnly,
        PooledConnectionLifetime = ConnectionLifetime,
        MaxResponseHeadersLength = MostHeadersInKilobytes,
        MaxResponseDrainSize = MostDrainedBytes,
        ConnectTimeout = LongestConnect,

        // Third-party systems must not get the trace context.
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, cancellationToken) =>
            NetworkGuard.ConnectAsync(context.DnsEndPoint, options.Get(name).PublicAddressesOnly, cancellationToken),
    });
}

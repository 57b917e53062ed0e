using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Testing;

/// <summary>Meta's side of the connection to a callback: sends verification requests and posts signed bodies.</summary>
internal sealed class WebhookClient(CloudApiEmulatorOptions options) : IDisposable
{
    // A timeout for connections that hang. The time for handling a delivery is set by the options instead.
    private static readonly TimeSpan HangLimit = TimeSpan.FromMinutes(1);

    private readonly HttpClient _client = CreateClient();

    /// <summary>Sends the webhook verification request, as Meta does before it delivers webhooks.</summary>
    /// <exception cref="WebhookVerificationException">The callback does not respond correctly, or not at all.</exception>
    public async Task VerifyAsync(Uri callback, string verifyToken, CancellationToken cancellationToken)
    {
        string challenge = Random.Shared.NextInt64(1_000_000_000, 2_000_000_000).ToString(CultureInfo.InvariantCulture);
        UriBuilder address = new(callback);
        string query = $"hub.mode=subscribe&hub.challenge={challenge}&hub.verify_token={Uri.EscapeDataString(verifyToken)}";
        address.Query = address.Query.Length > 1 ? $"{address.Query}&{query}" : query;

        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(HangLimit);
        try
        {
            using HttpResponseMessage response = await _client.GetAsync(address.Uri, limit.Token).ConfigureAwait(false);
            string body = await response.Content.ReadAsStringAsync(limit.Token).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK || body != challenge)
            {
                throw WebhookVerificationException.Refused(callback, (int)response.StatusCode, body);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException)
        {
            throw WebhookVerificationException.Unreachable(callback, exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw WebhookVerificationException.Unreachable(callback, exception);
        }
    }

    /// <summary>Posts a body once.</summary>
    public async Task<DeliveryAttempt> PostAsync(Uri? callback, byte[] body, CancellationToken stop)
    {
        DeliveryAttempt attempt = new() { At = options.TimeProvider.GetUtcNow() };
        if (callback is null)
        {
            return attempt with { Problem = "not sent: no callback is connected any more" };
        }

        long start = Stopwatch.GetTimestamp();
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(HangLimit);

        // The callback is a real server, so its timeout uses the real clock even if the test uses a fake one.
        using WebhookContent content = new(body, limit, options.DeliveryTimeout);
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Post, callback) { Content = content };
            request.Headers.Add(WebhookSignature.HeaderName, WebhookSignature.Compute(body, options.AppSecret));
            using HttpResponseMessage response =
                await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            return attempt with { StatusCode = (int)response.StatusCode, Duration = Stopwatch.GetElapsedTime(start) };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException)
        {
            return attempt with { Problem = exception.Message, Duration = Stopwatch.GetElapsedTime(start) };
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            string problem = content.IsWritten
                ? $"no response within {options.DeliveryTimeout}"
                : $"could not be written within {HangLimit}";
            return attempt with { Problem = problem, Duration = Stopwatch.GetElapsedTime(start) };
        }
    }

    public void Dispose() => _client.Dispose();

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

using System.Diagnostics;
using System.Net.Http.Headers;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tool.Webhooks;

/// <summary>Posts webhook bodies to an app, signed as Meta signs them.</summary>
internal sealed class SignedPoster : IDisposable
{
    /// <summary>The maximum size of a body in bytes; Meta's webhooks have up to 3 MB.</summary>
    public const int MaxBodyBytes = 4 * 1024 * 1024;

    private readonly string _secret;
    private readonly HttpClient _http;

    /// <summary>Creates a poster.</summary>
    /// <param name="address">The endpoint of the app.</param>
    /// <param name="secret">The app secret.</param>
    public SignedPoster(Uri address, string secret)
    {
        Address = address;
        _secret = secret;
        SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = !address.IsLoopback };
        _http = new(handler) { Timeout = TimeSpan.FromMinutes(1), MaxResponseContentBufferSize = 64 * 1024 };
    }

    /// <summary>Gets the endpoint.</summary>
    public Uri Address { get; }

    /// <summary>Posts a body once.</summary>
    /// <param name="body">The body.</param>
    /// <param name="end">Cancels the wait.</param>
    public Task<PostedWebhook> PostAsync(ReadOnlyMemory<byte> body, CancellationToken end) =>
        PostAsync(body, WebhookSignature.Compute(body, _secret), end);

    /// <summary>Posts a body once, with any signature.</summary>
    /// <param name="body">The body.</param>
    /// <param name="signature">The value of the header.</param>
    /// <param name="end">Cancels the wait.</param>
    public async Task<PostedWebhook> PostAsync(ReadOnlyMemory<byte> body, string signature, CancellationToken end)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Address);
        request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        request.Headers.Add(WebhookSignature.HeaderName, signature);
        long start = Stopwatch.GetTimestamp();
        try
        {
            using HttpResponseMessage response =
                await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end).ConfigureAwait(false);
            return new((int)response.StatusCode, null, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        catch (Exception exception)
            when (exception is HttpRequestException || (exception is OperationCanceledException && !end.IsCancellationRequested))
        {
            return new(null, exception.Message, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    public void Dispose() => _http.Dispose();
}

using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace WhatsCommerce.Testing;

/// <summary>Posts the webhooks of a local provider.</summary>
internal sealed class LocalWebhookPoster(TimeProvider time, Action<HttpRequestMessage, LocalDelivery> sign) : IDisposable
{
    // A timeout, so that a shop that is stopped in a debugger, or was killed while responding, does not block later webhooks.
    private static readonly TimeSpan HangLimit = TimeSpan.FromMinutes(1);

    private readonly HttpClient _client = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }, disposeHandler: true)
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<DeliveryAttempt> PostAsync(Uri callback, LocalDelivery delivery, CancellationToken stop)
    {
        DeliveryAttempt attempt = new() { At = time.GetUtcNow() };
        long start = Stopwatch.GetTimestamp();
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(HangLimit);
        try
        {
            using ReadOnlyMemoryContent content = new(delivery.Body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
            using HttpRequestMessage request = new(HttpMethod.Post, callback) { Content = content };
            sign(request, delivery);
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
            return attempt with { Problem = $"no response within {HangLimit}", Duration = Stopwatch.GetElapsedTime(start) };
        }
    }

    public void Dispose() => _client.Dispose();
}

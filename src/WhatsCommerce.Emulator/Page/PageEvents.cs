using System.Text.Json;
using Microsoft.AspNetCore.Http;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator;

/// <summary>
/// Tells browsers that something has changed, no more than ten times a second: they read what is new by themselves, so that a busy emulator does not
/// flood them and a browser that was away misses nothing.
/// </summary>
internal static class PageEvents
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    /// <summary>Answers until the browser leaves.</summary>
    public static async Task WriteAsync(HttpContext http, CloudApiEmulator cloud)
    {
        CancellationToken aborted = http.RequestAborted;
        http.Response.ContentType = "text/event-stream";
        EmulatorVersion? seen = null;
        while (!aborted.IsCancellationRequested)
        {
            EmulatorVersion? now = await NextAsync(cloud, seen, aborted).ConfigureAwait(false);

            // The comment keeps the connection from looking dead, and finds out that it is.
            string text = now is null ? ":\n\n" : $"event: version\ndata: {JsonSerializer.Serialize(VersionsJson.Of(now), PageJson.Default.VersionsJson)}\n\n";
            await http.Response.WriteAsync(text, aborted).ConfigureAwait(false);
            await http.Response.Body.FlushAsync(aborted).ConfigureAwait(false);
            seen = now ?? seen;
            await Task.Delay(Pause, TimeProvider.System, aborted).ConfigureAwait(false);
        }
    }

    // Null when nothing has changed for a while.
    private static async Task<EmulatorVersion?> NextAsync(CloudApiEmulator cloud, EmulatorVersion? seen, CancellationToken aborted)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        limit.CancelAfter(Heartbeat);
        try
        {
            return await cloud.WhenChangedAsync(seen, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return null;
        }
    }
}

using System.Text.Json;

namespace WhatsCommerce.Emulator;

/// <summary>
/// Notifies browsers of changes, at most ten times a second. The browsers fetch the changes themselves, so that a busy emulator does not
/// flood them, and a browser that was disconnected misses nothing.
/// </summary>
internal static class PageEvents
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    /// <summary>Streams notifications until the browser disconnects.</summary>
    public static async Task WriteAsync(HttpContext http, CloudApiEmulator cloud)
    {
        CancellationToken aborted = http.RequestAborted;
        http.Response.ContentType = "text/event-stream";
        EmulatorRevisions? seen = null;
        while (!aborted.IsCancellationRequested)
        {
            EmulatorRevisions? now = await NextAsync(cloud, seen, aborted).ConfigureAwait(false);

            // The comment keeps an idle connection open, and detects a broken one.
            string text = now is null
                ? ":\n\n"
                : $"event: version\ndata: {JsonSerializer.Serialize(VersionsJson.Of(now), PageJson.Default.VersionsJson)}\n\n";
            await http.Response.WriteAsync(text, aborted).ConfigureAwait(false);
            await http.Response.Body.FlushAsync(aborted).ConfigureAwait(false);
            seen = now ?? seen;
            await Task.Delay(Pause, TimeProvider.System, aborted).ConfigureAwait(false);
        }
    }

    // Returns null when nothing has changed for a while.
    private static async Task<EmulatorRevisions?> NextAsync(CloudApiEmulator cloud, EmulatorRevisions? seen, CancellationToken aborted)
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

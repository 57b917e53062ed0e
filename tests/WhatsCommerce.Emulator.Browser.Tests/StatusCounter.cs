using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>A callback that does nothing but count: the statuses of each message, and the customers' texts.</summary>
internal sealed class StatusCounter : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StatusCounter()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>How often each status of each message came: <c>wamid.… read</c>.</summary>
    public ConcurrentDictionary<string, int> Statuses { get; } = new(StringComparer.Ordinal);

    /// <summary>What customers wrote.</summary>
    public ConcurrentQueue<string> Texts { get; } = new();

    public Uri Address => new(_app.Urls.First());

    public static async Task<StatusCounter> StartAsync()
    {
        StatusCounter counter = new();
        await counter._app.StartAsync(TestContext.Current.CancellationToken);
        return counter;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await http.Response.WriteAsync(http.Request.Query["hub.challenge"].ToString(), http.RequestAborted);
            return;
        }

        using JsonDocument body = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
        foreach (JsonElement value in body.RootElement.GetProperty("entry").EnumerateArray()
            .SelectMany(entry => entry.GetProperty("changes").EnumerateArray()).Select(change => change.GetProperty("value")))
        {
            foreach (JsonElement status in Of(value, "statuses"))
            {
                Statuses.AddOrUpdate(
                    $"{status.GetProperty("id").GetString()} {status.GetProperty("status").GetString()}", 1, (_, count) => count + 1);
            }

            foreach (JsonElement message in Of(value, "messages"))
            {
                Texts.Enqueue(message.GetProperty("text").GetProperty("body").GetString()!);
            }
        }
    }

    private static JsonElement.ArrayEnumerator Of(JsonElement value, string name) =>
        value.TryGetProperty(name, out JsonElement items) ? items.EnumerateArray() : default;
}

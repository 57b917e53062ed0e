using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace WhatsCommerce.Testing.Tests;

/// <summary>An app's webhook endpoint, reduced to what a test wants to see: answers the verification and keeps what is posted.</summary>
internal sealed class Callback : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Posted> _posted = new();

    private Callback(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<Posted> Posts => [.. _posted];

    /// <summary>The verification requests, as their queries.</summary>
    public ConcurrentQueue<QueryString> Verifications { get; } = new();

    /// <summary>Answers the verification; the challenge, unless a test sets another answer.</summary>
    public Func<HttpContext, Task> OnVerification { get; set; } = 
        http => http.Response.WriteAsync(http.Request.Query["hub.challenge"].ToString(), http.RequestAborted);

    /// <summary>Answers a delivery; 200, unless a test sets another answer.</summary>
    public Func<HttpContext, Posted, Task> OnPost { get; set; } = (_, _) => Task.CompletedTask;

    public static async Task<Callback> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        Callback callback = new(builder.Build());
        callback._app.Run(callback.HandleAsync);
        await callback._app.StartAsync(TestContext.Current.CancellationToken);
        callback.Address = new(callback._app.Urls.First() + "/webhooks/whatsapp");
        return callback;
    }

    public async ValueTask DisposeAsync()
    {
        // At once: a handler of the test may wait for ever.
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method))
        {
            Verifications.Enqueue(http.Request.QueryString);
            await OnVerification(http);
            return;
        }

        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        Posted posted = new(body.ToArray(), http.Request.Headers["X-Hub-Signature-256"].ToString(), http.Request.ContentType);
        _posted.Enqueue(posted);
        await OnPost(http, posted);
    }
}

/// <summary>One delivery as it came over the wire.</summary>
internal sealed record Posted(byte[] Body, string Signature, string? ContentType)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public IEnumerable<JsonElement> Entries => JsonElement.Parse(Body).GetProperty("entry").EnumerateArray();

    public JsonElement Change => Entries.First().GetProperty("changes")[0];

    public JsonElement Value => Change.GetProperty("value");

    /// <summary>The texts that customers wrote, in order.</summary>
    public string[] Texts =>
    [
        .. Entries
            .Select(entry => entry.GetProperty("changes")[0].GetProperty("value"))
            .Where(value => value.TryGetProperty("messages", out JsonElement messages) && messages[0].TryGetProperty("text", out _))
            .Select(value => value.GetProperty("messages")[0].GetProperty("text").GetProperty("body").GetString()!),
    ];

    public string SignatureWith(string secret) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Body));
}

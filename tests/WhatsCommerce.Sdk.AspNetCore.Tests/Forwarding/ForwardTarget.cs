using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace WhatsCommerce.Tests.Forwarding;

/// <summary>Another system, on a real Kestrel, that gets what is forwarded and answers as the test says.</summary>
internal sealed class ForwardTarget : IAsyncDisposable
{
    public const string Secret = "secret-of-the-erp";

    private readonly WebApplication _app;

    private ForwardTarget(WebApplication app) => _app = app;

    public Uri Address => new(new Uri(_app.Urls.Single()), "/hooks?key=in-the-address");

    public ConcurrentQueue<Request> Received { get; } = new();

    /// <summary>What is answered, by the number of the request, from 0.</summary>
    public Func<int, HttpContext, Task<HttpStatusCode>> Answer { get; set; } = (_, _) => Task.FromResult(HttpStatusCode.OK);

    /// <param name="port">The port; a free one unless given.</param>
    public static async Task<ForwardTarget> StartAsync(int port = 0)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, port));
        WebApplication app = builder.Build();
        ForwardTarget target = new(app);
        int number = -1;
        app.Run(async context =>
        {
            using MemoryStream body = new();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            int mine = Interlocked.Increment(ref number);
            Dictionary<string, string> headers = context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            target.Received.Enqueue(new(body.ToArray(), headers));
            context.Response.StatusCode = (int)await target.Answer(mine, context);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return target;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal sealed record Request(byte[] Body, Dictionary<string, string> Headers)
    {
        public string? Signature => Headers.GetValueOrDefault("X-Hub-Signature-256");

        public string? Id => Headers.GetValueOrDefault("X-WhatsCommerce-Delivery");
    }
}

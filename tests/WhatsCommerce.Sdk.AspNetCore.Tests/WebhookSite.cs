using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>An app with the endpoint, on a real Kestrel at a free loopback port, and a client that delivers to it as Meta does.</summary>
internal sealed class WebhookSite : IAsyncDisposable
{
    public const string Path = "/webhooks/whatsapp";
    public const string Secret = "0123456789abcdef";
    public const string VerifyToken = "a-token-of-our-choice";

    private WebhookSite(WebApplication app, RecordedLogs logs, KeptLetters letters)
    {
        App = app;
        Logs = logs;
        Letters = letters;
        Client = new(new SocketsHttpHandler()) { BaseAddress = Address };
    }

    public WebApplication App { get; }

    public RecordedLogs Logs { get; }

    public KeptLetters Letters { get; }

    public HttpClient Client { get; }

    public Uri Address =>
        new(App.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    /// <summary>Starts an app with one endpoint.</summary>
    public static Task<WebhookSite> StartAsync(
        Action<WhatsCommerceWebhooksBuilder>? add = null,
        Action<WebhookOptions>? configure = null,
        Action<KestrelServerOptions>? kestrel = null) =>
        StartAsync(
            builder =>
            {
                builder.WebHost.ConfigureKestrel(options => kestrel?.Invoke(options));
                WhatsCommerceWebhooksBuilder webhooks = builder.Services.AddWhatsCommerceWebhooks(options =>
                {
                    options.AppSecrets = [Secret];
                    options.VerifyToken = VerifyToken;
                    configure?.Invoke(options);
                });
                add?.Invoke(webhooks);
            },
            app => app.MapWhatsCommerceWebhooks(Path));

    /// <summary>Starts an app of any kind.</summary>
    public static async Task<WebhookSite> StartAsync(
        Action<WebApplicationBuilder> register, Action<WebApplication> map, string environment = "Production")
    {
        RecordedLogs logs = new();
        KeptLetters letters = new();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.Services.AddSingleton<IDeadLetterStore>(letters);
        register(builder);
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        try
        {
            map(app);
            await app.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new(app, logs, letters);
    }

    /// <summary>Delivers a body with its right signature, unless another header is given (none for an empty text).</summary>
    public async Task<HttpStatusCode> Deliver(
        byte[] body, string? signature = null, string path = Path, bool chunked = false, Version? version = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path);
        request.Content = chunked ? new StreamContent(new NoLength(body)) : new ByteArrayContent(body);
        request.Content.Headers.ContentType = new("application/json");
        request.Version = version ?? HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        signature ??= WebhookSignature.Compute(body, Secret);
        if (signature.Length > 0)
        {
            request.Headers.TryAddWithoutValidation(WebhookSignature.HeaderName, signature);
        }

        using HttpResponseMessage response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return response.StatusCode;
    }

    /// <summary>Opens a connection and sends the head of a signed delivery and as much of its body as told.</summary>
    public async Task<Socket> DeliverByHand(byte[] body, int bytesOfBody)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port, TestContext.Current.CancellationToken);
        byte[] head = Encoding.ASCII.GetBytes(
            $"POST {Path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {body.Length}\r\n" +
            $"{WebhookSignature.HeaderName}: {WebhookSignature.Compute(body, Secret)}\r\n\r\n");
        await socket.SendAsync(head, TestContext.Current.CancellationToken);
        await socket.SendAsync(body.AsMemory(0, bytesOfBody), TestContext.Current.CancellationToken);
        return socket;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>A stream that does not know its length, so that the client sends it in chunks.</summary>
    private sealed class NoLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}

using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Flows;

namespace WhatsCommerce.Tests;

/// <summary>An app with a flow endpoint, on a real Kestrel at a free loopback port.</summary>
internal sealed class FlowSite : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef";

    private readonly HttpClient _http = new(new SocketsHttpHandler());

    private FlowSite(WebApplication app, RecordedLogs logs)
    {
        App = app;
        Logs = logs;
    }

    /// <summary>Two keys; making one takes a while.</summary>
    public static (string Private, string Public) Key { get; } = MakeKey();

    public static (string Private, string Public) OtherKey { get; } = MakeKey();

    public WebApplication App { get; }

    public RecordedLogs Logs { get; }

    public Uri Address => new(
        new Uri(App.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()),
        "flows");

    public static async Task<FlowSite> StartAsync(
        Func<FlowRequest, FlowResponse>? answer = null, Action<FlowOptions>? configure = null)
    {
        RecordedLogs logs = new();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Logging.AddProvider(logs);
        builder.Services.AddSingleton(new Screens(answer ?? (static _ => FlowResponse.Show("FIRST"))));
        builder.Services.AddWhatsCommerceFlows<ScreensHandler>(options =>
        {
            options.PrivateKeys = [Key.Private];
            options.AppSecrets = [Secret];
            configure?.Invoke(options);
        });
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        app.MapWhatsCommerceFlows("/flows");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, logs);
    }

    /// <summary>A customer's WhatsApp.</summary>
    public FlowTestClient Phone(string? publicKey = null, string? secret = Secret) => new(_http, Address, publicKey ?? Key.Public, secret);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await App.DisposeAsync();
    }

    private static (string Private, string Public) MakeKey()
    {
        using RSA rsa = RSA.Create(2048);
        return (rsa.ExportPkcs8PrivateKeyPem(), rsa.ExportSubjectPublicKeyInfoPem());
    }

    internal sealed record Screens(Func<FlowRequest, FlowResponse> Answer)
    {
        public List<FlowClientError> Errors { get; } = [];
    }

    internal sealed class ScreensHandler(Screens screens) : IFlowHandler
    {
        public ValueTask<FlowResponse> HandleAsync(FlowRequest request, CancellationToken cancellationToken) =>
            new(screens.Answer(request));

        public ValueTask HandleErrorAsync(FlowClientError error, CancellationToken cancellationToken)
        {
            screens.Errors.Add(error);
            return ValueTask.CompletedTask;
        }
    }
}

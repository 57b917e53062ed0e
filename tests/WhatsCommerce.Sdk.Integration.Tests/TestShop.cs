using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Testing;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>An app as users build it, on a real Kestrel, connected to a local Cloud API.</summary>
internal sealed class TestShop : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<WebhookEvent> _events = Channel.CreateUnbounded<WebhookEvent>();

    private TestShop(CloudApiEmulator cloud, Action<WhatsCommerceWebhooksBuilder> handlers)
    {
        Cloud = cloud;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddWhatsCommerce(cloud.Configure);
        WhatsCommerceWebhooksBuilder webhooks = builder.Services
            .AddWhatsCommerceWebhooks(options =>
            {
                options.AppSecrets.Add(cloud.AppSecret);
                options.VerifyToken = cloud.VerifyToken;
            })
            .Handle<WebhookEvent>("recorder", (e, _) => _events.Writer.WriteAsync(e, CancellationToken.None).AsTask());
        handlers(webhooks);

        _app = builder.Build();
        _app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
    }

    public CloudApiEmulator Cloud { get; }

    public IServiceProvider Services => _app.Services;

    public WhatsCommerceClient Client => _app.Services.GetRequiredService<WhatsCommerceClient>();

    public CatalogId Catalog => Cloud.Catalog.Id;

    public static async Task<TestShop> OpenAsync(
        Action<WhatsCommerceWebhooksBuilder>? handlers = null, CloudApiEmulatorOptions? options = null)
    {
        CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(
            options ?? new CloudApiEmulatorOptions { RedeliveryWaits = [TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(20)] },
            TestContext.Current.CancellationToken);
        cloud.Catalog
            .Add("apple-1kg", "Apples, 1 kg", new Money(3.49m, "USD"))
            .Add("banana-1kg", "Bananas, 1 kg", new Money(2.29m, "USD"));
        TestShop shop = new(cloud, handlers ?? (_ => { }));
        await shop._app.StartAsync(TestContext.Current.CancellationToken);
        await cloud.ConnectWebhookAsync(new Uri($"{shop._app.Urls.First()}/webhooks/whatsapp"), TestContext.Current.CancellationToken);
        return shop;
    }

    /// <summary>Every event that the webhook has told so far, after everything under way has arrived.</summary>
    public async Task<List<WebhookEvent>> EventsAsync()
    {
        await Cloud.WhenDeliveredAsync(TestContext.Current.CancellationToken);
        List<WebhookEvent> events = [];
        while (_events.Reader.TryRead(out WebhookEvent? e))
        {
            events.Add(e);
        }

        return events;
    }

    public async ValueTask DisposeAsync()
    {
        await Cloud.DisposeAsync();
        await _app.DisposeAsync();
    }
}

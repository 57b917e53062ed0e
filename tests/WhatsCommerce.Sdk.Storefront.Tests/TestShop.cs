using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Storefront.Tests;

/// <summary>A shop as users build it, on a real Kestrel, connected to a local Cloud API.</summary>
internal sealed class TestShop : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestShop(CloudApiEmulator cloud, Action<WhatsCommerceStorefrontBuilder> configure, bool hasSearch)
    {
        Cloud = cloud;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddWhatsCommerce(cloud.Configure);
        builder.Services.AddWhatsCommerceWebhooks(options =>
        {
            options.AppSecrets.Add(cloud.AppSecret);
            options.VerifyToken = cloud.VerifyToken;
        });
        configure(hasSearch
            ? builder.Services.AddWhatsCommerceStorefront(Configure)
            : builder.Services.AddWhatsCommerceStorefrontCore(Configure).AddCatalog().AddCheckout());
        _app = builder.Build();
        _app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");

        static void Configure(StorefrontOptions options) => options.PollInterval = TimeSpan.FromSeconds(1);
    }

    public CloudApiEmulator Cloud { get; }

    public Storefronts.Storefront Shop => _app.Services.GetRequiredService<Storefronts.Storefront>();

    public IServiceProvider Services => _app.Services;

    public static async Task<TestShop> OpenAsync(Action<WhatsCommerceStorefrontBuilder> configure, bool hasSearch = true)
    {
        CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Catalog
            .Add("apple-1kg", "Apples, 1 kg", new Money(3.49m, "USD"))
            .Add("banana-1kg", "Bananas, 1 kg", new Money(2.29m, "USD"));
        TestShop shop = new(cloud, configure, hasSearch);
        await shop._app.StartAsync(TestContext.Current.CancellationToken);
        await cloud.ConnectWebhookAsync(new Uri($"{shop._app.Urls.First()}/webhooks/whatsapp"), TestContext.Current.CancellationToken);
        return shop;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await Cloud.DisposeAsync();
        await _app.DisposeAsync();
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Testing;

namespace CornerShop.Tests;

/// <summary>The shop on a free port, its file, and the local Cloud API that it is connected to. It can be started again.</summary>
public sealed class RunningShop : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private WebApplication? _app;

    private RunningShop(CloudApiEmulator cloud) => Cloud = cloud;

    public CloudApiEmulator Cloud { get; }

    /// <summary>A customer's browser.</summary>
    public HttpClient Browser { get; } = new();

    public static async Task<RunningShop> StartAsync()
    {
        CloudApiEmulator cloud = await CloudApiEmulator.StartAsync();
        cloud.Catalog.Add("apple-1kg", "Apples, 1 kg", new Money(3.49m, "USD"));
        cloud.Catalog.Add("banana-1kg", "Bananas, 1 kg", new Money(2.29m, "USD"));
        cloud.Catalog.Add("rye-750g", "Rye bread, 750 g", new Money(4.80m, "USD"));
        cloud.Catalog.Add("baguette", "Baguette", new Money(1.95m, "USD"));
        RunningShop shop = new(cloud);
        await shop.RestartAsync();
        return shop;
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        _app = ShopApp.Create([], builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Configuration.AddInMemoryCollection(Cloud.Configuration());
            builder.Configuration["ConnectionStrings:Shop"] = $"Data Source={Path.Combine(_folder.FullName, "shop.db")};Pooling=false";
            // Retries are disabled, so that each response of Meta corresponds to one round of the shop.
            builder.Configuration["WhatsCommerce:Retry:Enabled"] = "false";
            builder.Configuration["Shop:ConfirmationPause"] = "00:00:00.2";
        });
        await _app.StartAsync();
        // The port is known only after the start.
        _app.Services.GetRequiredService<IOptions<ShopOptions>>().Value.PublicAddress = new Uri(_app.Urls.First());
        await Cloud.ConnectWebhookAsync(new Uri(_app.Urls.First() + "/webhooks/whatsapp"));
    }

    public async Task StopAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _app = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Cloud.DisposeAsync();
        Browser.Dispose();
        _folder.Delete(recursive: true);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using WhatsCommerce;
using WhatsCommerce.Testing;

namespace WhatsCommerceShop.Tests;

/// <summary>The shop on a free port, and the local Cloud API that it is connected to.</summary>
public sealed class RunningShop : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private RunningShop(CloudApiEmulator cloud, WebApplication app, DirectoryInfo folder) => (Cloud, _app, _folder) = (cloud, app, folder);

    public CloudApiEmulator Cloud { get; }

    public static async Task<RunningShop> StartAsync()
    {
        CloudApiEmulator cloud = await CloudApiEmulator.StartAsync();
        cloud.Catalog.Add("apple-1kg", "Apples, 1 kg", new Money(3.49m, "USD"));

        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        WebApplication app = ShopApp.Create([], builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Configuration.AddInMemoryCollection(cloud.Configuration());
            builder.Configuration["ConnectionStrings:Shop"] = $"Data Source={Path.Combine(folder.FullName, "shop.db")}";
        });
        await app.StartAsync();
        await cloud.ConnectWebhookAsync(new Uri(app.Urls.First() + "/webhooks/whatsapp"));
        return new RunningShop(cloud, app, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Cloud.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

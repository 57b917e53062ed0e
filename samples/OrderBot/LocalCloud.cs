using WhatsCommerce.Emulator;
using WhatsCommerce.Testing;

namespace OrderBot;

/// <summary>
/// Replaces Meta on this machine: a local Cloud API with a phone page, and the shop's products in its catalog. Your own shop does not need
/// it.
/// </summary>
internal sealed class LocalCloud : IAsyncDisposable
{
    private const int Port = 5180;

    private readonly CloudApiEmulator _cloud;
    private readonly bool _plays;

    private LocalCloud(CloudApiEmulator cloud, bool plays)
    {
        _cloud = cloud;
        _plays = plays;
    }

    /// <summary>Starts it, and puts its settings under the same configuration keys that a real account uses.</summary>
    /// <returns>The local Cloud API; <see langword="null"/> when an account is configured.</returns>
    public static async Task<LocalCloud?> StartWithoutAccountAsync(WebApplicationBuilder builder, string[] args)
    {
        if (builder.Configuration["WhatsCommerce:AccessToken"] is not null)
        {
            return null;
        }

        bool plays = args.Contains("--demo");
        if (plays)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }

        CloudApiEmulator cloud = await StartAsync();
        builder.Configuration.AddInMemoryCollection(cloud.Configuration());
        return new(cloud, plays);
    }

    /// <summary>Runs the shop for the customer on the phone page until Ctrl+C; with <c>--demo</c> it simulates a customer.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(WebApplication app)
    {
        app.MapGet("/pictures/{id}.svg", (string id) =>
            Shop.Find(id) is not null && typeof(LocalCloud).Assembly.GetManifestResourceStream($"{id}.svg") is Stream picture
                ? Results.Stream(picture, "image/svg+xml")
                : Results.NotFound());
        await app.StartAsync(CancellationToken.None);
        await FillAsync(new Uri(app.Urls.First()));
        if (_plays)
        {
            int result = await Demo.PlayAsync(app.Services, _cloud);
            await app.StopAsync(CancellationToken.None);
            return result;
        }

        _cloud.Customer("+16505551234", name: "Pablo Morales");
        Console.WriteLine($"""

            The corner shop is open. Be its customer: the phone is at {_cloud.BaseAddress}
            Say hello, look around, and send a cart; the shop answers from {app.Urls.First()}.
            No Meta account is involved. Ctrl+C closes the shop.

            """);
        await app.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    /// <summary>
    /// Adds the products to the catalog, with pictures that the shop itself serves, and connects the webhook to the shop.
    /// </summary>
    private async Task FillAsync(Uri shop)
    {
        _cloud.Number.VerifiedName = "The corner shop";
        foreach (Product product in Shop.Products)
        {
            _cloud.Catalog.Add(new EmulatedCatalogItem
            {
                RetailerId = product.Id,
                Title = product.Title,
                Price = product.Price,
                Description = product.Description,
                ImageAddress = new Uri(shop, $"/pictures/{product.Id}.svg"),
            });
        }

        await _cloud.ConnectWebhookAsync(new Uri(shop, "/webhooks/whatsapp"));
    }

    // Prefers a fixed port, so that the address of the page stays the same; if it is in use, takes any free port.
    private static async Task<CloudApiEmulator> StartAsync()
    {
        try
        {
            return await EmulatorPage.StartAsync(new() { Port = Port });
        }
        catch (IOException)
        {
            return await EmulatorPage.StartAsync();
        }
    }
}

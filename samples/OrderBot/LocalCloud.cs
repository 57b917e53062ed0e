using WhatsCommerce.Emulator;
using WhatsCommerce.Testing;

namespace OrderBot;

/// <summary>Replaces Meta on this machine: a local Cloud API with a phone page, and the shop's products in its catalog.</summary>
internal static class LocalCloud
{
    private const int Port = 5180;

    public static async Task<CloudApiEmulator> StartAsync(WebApplicationBuilder builder)
    {
        CloudApiEmulator cloud = await StartAsync();

        // The same configuration keys that a real account uses.
        builder.Configuration.AddInMemoryCollection(cloud.Configuration());
        return cloud;
    }

    /// <summary>
    /// Adds the products to the catalog, with pictures that the shop itself serves, and connects the webhook to the shop.
    /// </summary>
    public static async Task OpenAsync(this CloudApiEmulator cloud, Uri shop)
    {
        cloud.Number.VerifiedName = "The corner shop";
        foreach (Product product in Shop.Products)
        {
            cloud.Catalog.Add(new EmulatedCatalogItem
            {
                RetailerId = product.Id,
                Title = product.Title,
                Price = product.Price,
                Description = product.Description,
                ImageAddress = new Uri(shop, $"/pictures/{product.Id}.svg"),
            });
        }

        await cloud.ConnectWebhookAsync(new Uri(shop, "/webhooks/whatsapp"));
    }

    public static void MapPictures(this WebApplication app) => app.MapGet("/pictures/{id}.svg", (string id) =>
        Shop.Find(id) is not null && typeof(LocalCloud).Assembly.GetManifestResourceStream($"{id}.svg") is Stream picture
            ? Results.Stream(picture, "image/svg+xml")
            : Results.NotFound());

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

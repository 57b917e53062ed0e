using WhatsCommerce;
using WhatsCommerce.Emulator;
using WhatsCommerce.Testing;

namespace OwnShop;

/// <summary>Replaces Meta on this machine: a local Cloud API with a phone page, and the shop's books in its catalog.</summary>
internal static class LocalCloud
{
    public static async Task<CloudApiEmulator> StartAsync(WebApplicationBuilder builder)
    {
        CloudApiEmulator cloud = await EmulatorPage.StartAsync();

        // The same configuration keys that a real account uses.
        builder.Configuration.AddInMemoryCollection(cloud.Configuration());
        return cloud;
    }

    public static async Task OpenAsync(this CloudApiEmulator cloud, Uri shop, Shelf shelf)
    {
        cloud.Number.VerifiedName = "Lantern Books";
        foreach (Book book in shelf.Books)
        {
            cloud.Catalog.Add(book.Id.ToString(), book.Title, book.Price);
        }

        await cloud.ConnectWebhookAsync(new Uri(shop, "/webhooks/whatsapp"));
    }
}

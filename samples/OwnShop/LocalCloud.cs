using WhatsCommerce;
using WhatsCommerce.Emulator;
using WhatsCommerce.Testing;

namespace OwnShop;

/// <summary>Replaces Meta on this machine: a local Cloud API with a phone page, and the shop's books in its catalog.</summary>
internal static class LocalCloud
{
    // Four of the shelf's five books, and a product that is not on the shelf.
    private static readonly (string Id, string Title, decimal Price)[] Items =
    [
        ("atlas", "The Pocket Atlas", 18.50m),
        ("sea", "A Year by the Sea", 12.90m),
        ("bread", "Forty Loaves", 24.00m),
        ("poems", "Poems for the Tram", 9.80m),
        ("mug", "A mug with a lantern on it", 7.00m),
    ];

    public static async Task<CloudApiEmulator> StartAsync(WebApplicationBuilder builder)
    {
        CloudApiEmulator cloud = await EmulatorPage.StartAsync();
        cloud.Number.VerifiedName = "Lantern Books";
        foreach ((string id, string title, decimal price) in Items)
        {
            cloud.Catalog.Add(id, title, new Money(price, "EUR"));
        }

        // The same configuration keys that a real account uses.
        builder.Configuration.AddInMemoryCollection(cloud.Configuration());
        return cloud;
    }
}

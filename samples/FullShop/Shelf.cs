using WhatsCommerce;
using WhatsCommerce.Testing;

namespace FullShop;

/// <summary>The products of the local catalog. With a real account, the products are those of its catalog.</summary>
internal static class Shelf
{
    private static readonly (RetailerId Id, string Title, decimal Price, string Description)[] Products =
    [
        ("apple-1kg", "Apples (manzanas), 1 kg", 3.49m, "Crisp and a little sour, from the orchard behind the hill."),
        ("banana-1kg", "Bananas, 1 kg", 2.29m, "Ripe tomorrow, sweet the day after."),
        ("rye-750g", "Rye bread, 750 g", 4.80m, "Sourdough, baked this morning; keeps for a week."),
        ("baguette", "Baguette", 1.95m, "Crackles when you break it. Best today."),
        ("honey-500g", "Honey, 500 g", 6.90m, "From lime blossom, and from one beekeeper."),
    ];

    public static IEnumerable<RetailerId> Ids => Products.Select(product => product.Id);

    public static void Fill(EmulatedCatalog catalog, Uri shop)
    {
        foreach ((RetailerId id, string title, decimal price, string description) in Products)
        {
            catalog.Add(new EmulatedCatalogItem
            {
                RetailerId = id,
                Title = title,
                Price = new Money(price, "USD"),
                Description = description,
                ImageAddress = new Uri(shop, $"/goods/{id}.svg"),
            });
        }
    }

    public static void MapPictures(this WebApplication app) => app.MapGet("/goods/{id}.svg", (string id) =>
        Ids.Contains(id) && typeof(Shelf).Assembly.GetManifestResourceStream($"{id}.svg") is Stream picture
            ? Results.Stream(picture, "image/svg+xml")
            : Results.NotFound());
}

using System.Globalization;
using WhatsCommerce.Catalogs;

namespace WhatsCommerce.Benchmarks.Shops;

/// <summary>Products of a Meta catalog, as its pages hold them.</summary>
internal static class CatalogPages
{
    public static IReadOnlyList<Product> Many(int count) => [.. Enumerable.Range(0, count).Select(number => ProductOf(
        number,
        Text($"sku-{number:000000}"),
        Text($"Organic apples of the orchard, box number {number}"),
        Text($"${1 + number % 1000 / 100m:0.00}")))];

    public static Product Of((string Id, string Name, int MinorUnits) product, int number) =>
        ProductOf(number, product.Id, product.Name, Text($"${product.MinorUnits / 100m:0.00}"));

    private static Product ProductOf(int number, string id, string name, string price) => new()
    {
        Id = Text($"{7_100_000_000 + number}"),
        RetailerId = id,
        Name = name,
        Description = Text($"Box {number}: crisp, red and picked this morning. Delivered to your door in a box that can be used again."),
        PriceText = price,
        Currency = "USD",
        Availability = ProductAvailability.InStock,
        ReviewStatus = ReviewStatus.Approved,
        Visibility = ProductVisibility.Published,
        Brand = "Orchard",
        ProductType = Text($"Food > Fruit > Kind {number % 100}"),
        Url = Text($"https://shop.example/items/{number}"),
        ImageUrl = Text($"https://shop.example/items/{number}.jpg"),
        GroupId = Text($"group-{number / 4}"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

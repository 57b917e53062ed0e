using System.Text.Json;
using WhatsCommerce;
using WhatsCommerce.Catalogs;

namespace WhatsCommerceWorker;

/// <summary>Uploads the products of a file: new ones are created, known ones updated.</summary>
public static class Upload
{
    public static async Task<int> RunAsync(WhatsCommerceClient client, string path)
    {
        InventoryReport report = await client.Catalogs.Inventory.UploadAsync(
            ReadAsync(path), new InventoryOptions { Checkpoint = new FileUploadCheckpointStore(path + ".checkpoint") });
        foreach (RejectedItem item in report.Rejected)
        {
            Console.Error.WriteLine($"{item.RetailerId}: {string.Join(' ', item.Reasons)}");
        }

        Console.WriteLine($"{report.Accepted} products are in the catalog, {report.Rejected.Count} were rejected.");
        return report.IsComplete ? 0 : 1;
    }

    private static async IAsyncEnumerable<CatalogItem> ReadAsync(string path)
    {
        await using FileStream file = File.OpenRead(path);
        await foreach (ProductRow? row in JsonSerializer.DeserializeAsyncEnumerable<ProductRow>(file, JsonSerializerOptions.Web))
        {
            if (row is not null)
            {
                yield return new CatalogItem
                {
                    RetailerId = new RetailerId(row.Id),
                    Title = row.Title,
                    Description = row.Description,
                    Availability = ProductAvailability.InStock,
                    Condition = ProductCondition.New,
                    Price = new Money(row.Price, row.Currency),
                    Link = row.Link,
                    ImageLink = row.Image,
                    Brand = row.Brand,
                };
            }
        }
    }

    public sealed record ProductRow(
        string Id, string Title, string Description, decimal Price, string Currency, string Link, string Image, string Brand);
}

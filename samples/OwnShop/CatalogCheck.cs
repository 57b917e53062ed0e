using WhatsCommerce.Storefronts;

namespace OwnShop;

/// <summary>Reads the catalog, and tells what only one side knows: neither the catalog nor the shop learns of it otherwise.</summary>
internal sealed class CatalogCheck(Storefront shop, Shelf shelf)
{
    /// <summary>The pairs of ISBN and item that the shop keeps in a file.</summary>
    public static async Task<SkuMap> ReadMapAsync()
    {
        using Stream file = typeof(CatalogCheck).Assembly.GetManifestResourceStream("skus.csv")!;
        using StreamReader reader = new(file);
        return await SkuMap.ReadCsvAsync(reader);
    }

    public async Task TellAsync(CancellationToken ct = default)
    {
        // The shop imports by itself when it starts: whoever comes second is told so, and asks again.
        CatalogImportResult import;
        while (!(import = await shop.Catalog.ImportAsync(cancellationToken: ct)).IsComplete)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, ct);
        }

        Console.WriteLine($"The catalog has {import.Import.Products} items.");
        await foreach (UnmatchedProduct product in shop.Catalog.UnmatchedAsync(ct))
        {
            Console.WriteLine(product.IsInCatalog
                ? $"  {product.RetailerId} ({product.Name}) is in the catalog, and the shop has no such book: it is not offered."
                : $"  {shelf.Find(product.OwnId)?.Title ?? product.OwnId} is on the shelf, and the catalog lacks {product.RetailerId}.");
        }

        Console.WriteLine();
    }
}

using WhatsCommerce.Storefronts;

namespace OwnShop;

/// <summary>Imports the catalog, and reports products that only the catalog or only the shop has.</summary>
internal sealed class CatalogCheck(Storefront shop, Shelf shelf)
{
    /// <summary>Reads the pairs of ISBN and item from a file.</summary>
    public static async Task<SkuMap> ReadMapAsync()
    {
        using Stream file = typeof(CatalogCheck).Assembly.GetManifestResourceStream("skus.csv")!;
        using StreamReader reader = new(file);
        return await SkuMap.ReadCsvAsync(reader);
    }

    public async Task TellAsync(CancellationToken ct = default)
    {
        // The shop also imports in the background at startup: if that import is running, this one is retried.
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

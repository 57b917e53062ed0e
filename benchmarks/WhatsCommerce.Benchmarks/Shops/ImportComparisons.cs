using Npgsql;
using NpgsqlTypes;
using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Benchmarks.Shops;

/// <summary>
/// Compares the import of a catalog, whose pages were read before, with a COPY of the same rows into the same table: one statement and one
/// commit for all of them, which cannot be resumed, and neither finds what changed nor what is gone.
/// </summary>
internal static class ImportComparisons
{
    private const int Products = 100_000;
    private const long MostMemory = 200_000_000;
    private const string Ours = "measured";
    private const string Baseline = "baseline";

    public static Topic Topic { get; } = new("import", ["import"], Turns: 5, Processes: 1, PrepareAsync) { Missing = ShopDatabase.Missing };

    private static async Task<Stage> PrepareAsync()
    {
        NpgsqlDataSource source = ShopDatabase.Open();
        await ShopDatabase.PrepareAsync(source, fsync: false, Ours, Baseline);
        IReadOnlyList<Product> products = CatalogPages.Many(Products);
        MeasuredShop shop = await MeasuredShop.StartAsync(source, Ours, products);
        await MeasuredShop.StartAsync(source, Baseline, products);

        // Memory first: what a warm-up leaves would distort it.
        long growth = await HeapGrowth.OfAsync(() => ImportAsync(shop));
        await EmptyAsync(source, Ours);
        return new Stage(
        [
            new(
                "import",
                "Import 100,000 products, fsync off; heap meanwhile",
                new Limits(2.0, Bytes: MostMemory),
                new DatabaseSubject(
                    source, 1, _ => Task.CompletedTask, () => CopyAsync(source, products), () => EmptyAsync(source, Baseline)),
                new DatabaseSubject(source, 1, _ => Task.CompletedTask, () => ImportAsync(shop), () => EmptyAsync(source, Ours)))
            {
                HeapGrowth = growth,
                MayAskMore = true,
            },
        ])
        {
            MostWarmUpSteps = 2,
        };
    }

    private static async Task ImportAsync(MeasuredShop shop)
    {
        CatalogImportResult result = await shop.Shop.Catalog.ImportAsync();
        if (!result.IsComplete || result.Import.Products != Products)
        {
            throw new InvalidOperationException($"{result.Import.Products} products were imported.");
        }
    }

    private static Task EmptyAsync(NpgsqlDataSource source, string schema) => ShopDatabase.RunAsync(
        source, $"truncate {schema}.shop_products, {schema}.shop_catalog_imports");

    private static async Task CopyAsync(NpgsqlDataSource source, IReadOnlyList<Product> products)
    {
        DateTimeOffset now = UnixTime.Now(TimeProvider.System);
        await using NpgsqlConnection connection = await source.OpenConnectionAsync();
        await using NpgsqlBinaryImporter rows = await connection.BeginBinaryImportAsync($"""
            copy {Baseline}.shop_products (
                shop_id, retailer_id, own_id, meta_id, group_id, parent_id, name, category, category_id, currency, price, obstacles,
                is_searchable, read_at, gone_at, data) from stdin (format binary)
            """);
        foreach (Product read in products)
        {
            CatalogProduct product = CatalogReading.ToProduct(read, "shop", read.RetailerId.Value, now);
            await rows.StartRowAsync();
            await TextAsync("shop");
            await TextAsync(product.RetailerId.Value);
            await TextAsync(product.OwnId);
            await TextAsync(product.MetaId.Value);
            await TextAsync(product.GroupId.Value);
            await TextAsync(product.ParentId.Value);
            await TextAsync(product.Name);
            await TextAsync(product.Category);
            await TextAsync(product.CategoryId.Value);
            await TextAsync(product.Price?.Currency.Code);
            await rows.WriteAsync(product.Price?.ToMinorUnits() ?? 0, NpgsqlDbType.Bigint);
            await rows.WriteAsync((long)product.Obstacles, NpgsqlDbType.Bigint);
            await rows.WriteAsync(1L, NpgsqlDbType.Bigint);
            await rows.WriteAsync(now.ToUnixTimeMilliseconds(), NpgsqlDbType.Bigint);
            await rows.WriteNullAsync();
            await rows.WriteAsync(System.Text.Json.JsonSerializer.Serialize(product, StoredJson.Of<CatalogProduct>()), NpgsqlDbType.Json);
        }

        await rows.CompleteAsync();

        async Task TextAsync(string? text)
        {
            if (text is null)
            {
                await rows.WriteNullAsync();
            }
            else
            {
                await rows.WriteAsync(text, NpgsqlDbType.Text);
            }
        }
    }
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Benchmarks;

/// <summary>
/// Compares uploading items to a catalog of the local Cloud API with a plain HttpClient that posts the same prepared batches, with the same
/// concurrency, and reads the status of each batch once.
/// </summary>
internal static class UploadComparisons
{
    private const int ItemsOfATurn = 10_000;
    private const int ItemsInMemory = 100_000;
    private const long MostMemory = 64 * 1024 * 1024;
    private static readonly InventoryOptions Options = new();

    public static Topic Topic { get; } = new("upload", ["upload"], Turns: 30, Processes: 3, PrepareAsync);

    private static async Task<Stage> PrepareAsync()
    {
        ServerProcess server = await CloudServer.StartAsync();

        // These objects live as long as the process.
        CloudApiEmulatorOptions account = new();
        ServiceCollection services = new();
        services.AddWhatsCommerce(options =>
        {
            options.BaseAddress = server.Address;
            options.AccessToken = account.AccessToken;
            options.CatalogId = account.CatalogId.Value;
        });
        InventoryClient inventory = services.BuildServiceProvider().GetRequiredService<WhatsCommerceClient>().Catalogs.Inventory;
        HttpClient plain = new(new SocketsHttpHandler()) { BaseAddress = new Uri(server.Address, $"v25.0/{account.CatalogId}/") };
        plain.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", account.AccessToken);

        // Memory is measured first, since the prepared batches would distort it, but not during the very first upload.
        await UploadAsync(inventory, ItemsOfATurn);
        long growth = await HeapGrowth.OfAsync(() => UploadAsync(inventory, ItemsInMemory));
        byte[][] batches = ReadyMade();
        return new Stage(
            [
                new(
                    "upload",
                    "Upload 10,000 items to the local Cloud API; heap while 100,000 are",
                    new Limits(1.3, Bytes: MostMemory),
                    new ProcessSubject(async () => await PostAsync(plain, batches), server),
                    new ProcessSubject(async () => await UploadAsync(inventory, ItemsOfATurn), server))
                {
                    HeapGrowth = growth,
                },
            ],
            server);
    }

    private static async Task UploadAsync(InventoryClient inventory, int items)
    {
        InventoryReport report = await inventory.UploadAsync(Source(items).ToAsyncEnumerable(), Options);
        if (!report.IsComplete || report.Accepted != items)
        {
            throw new InvalidOperationException($"Only {report.Accepted} items were accepted.");
        }
    }

    private static Task PostAsync(HttpClient plain, byte[][] batches) => Parallel.ForEachAsync(
        batches,
        new ParallelOptions { MaxDegreeOfParallelism = Options.MaxConcurrentPosts },
        async (batch, cancellationToken) =>
        {
            using ByteArrayContent content = new(batch);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using HttpResponseMessage posted = await plain.PostAsync("items_batch", content, cancellationToken);
            byte[] body = await posted.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
            using JsonDocument answer = JsonDocument.Parse(body);
            string handle = answer.RootElement.GetProperty("handles")[0].GetString()!;
            string query = $"check_batch_request_status?handle={handle}&load_ids_of_invalid_requests=true";
            string status = await plain.GetStringAsync(query, cancellationToken);
            if (!status.Contains("\"finished\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The batch has not ended: {status}");
            }
        });

    private static IEnumerable<CatalogItem> Source(int items)
    {
        for (int i = 0; i < items; i++)
        {
            yield return new CatalogItem
            {
                RetailerId = string.Create(CultureInfo.InvariantCulture, $"sku-{i:000000}"),
                Title = string.Create(CultureInfo.InvariantCulture, $"Organic apples of the orchard, box number {i}"),
                Description = "Crisp, red and picked this morning. Delivered to your door in a box that can be used again.",
                Availability = ProductAvailability.InStock,
                Price = new Money(1 + i % 1000 / 100m, "USD"),
                Link = string.Create(CultureInfo.InvariantCulture, $"https://shop.example/items/{i}"),
                ImageLink = string.Create(CultureInfo.InvariantCulture, $"https://shop.example/items/{i}.jpg"),
                Brand = "Orchard",
            };
        }
    }

    private static byte[][] ReadyMade() =>
    [
        .. Source(ItemsOfATurn).Chunk(Options.MaxBatchItems).Select(batch =>
        {
            using MemoryStream stream = new();
            using (Utf8JsonWriter json = new(stream))
            {
                json.WriteStartObject();
                json.WriteString("item_type", "PRODUCT_ITEM");
                json.WriteStartArray("requests");
                foreach (CatalogItem item in batch)
                {
                    json.WriteStartObject();
                    json.WriteString("method", "UPDATE");
                    json.WriteStartObject("data");
                    json.WriteString("id", item.RetailerId.Value);
                    json.WriteString("title", item.Title);
                    json.WriteString("description", item.Description);
                    json.WriteString("availability", item.Availability.Value);
                    json.WriteString("condition", "new");
                    json.WriteString("price", item.Price.ToString());
                    json.WriteString("link", item.Link);
                    json.WriteString("image_link", item.ImageLink);
                    json.WriteString("brand", item.Brand);
                    json.WriteEndObject();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            return stream.ToArray();
        }),
    ];
}

using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Benchmarks;

/// <summary>
/// 100,000 items brought into a catalog of the local Cloud API, beside a plain HttpClient that posts the same batches ready-made, as many at
/// once, and asks once for the end of each.
/// </summary>
internal static class UploadComparisons
{
    private const int Items = 100_000;
    private const int Rounds = 7;
    private const int WarmUpRounds = 2;
    private const double MostTime = 1.3;
    private const long MostMemory = 64 * 1024 * 1024;
    private static readonly InventoryOptions Options = new();

    public static async Task AddToAsync(ComparisonTable table)
    {
        await using CloudServer server = await CloudServer.StartAsync();
        CloudApiEmulatorOptions account = new();
        ServiceCollection services = new();
        services.AddWhatsCommerce(options =>
        {
            options.BaseAddress = server.Address;
            options.AccessToken = account.AccessToken;
            options.CatalogId = account.CatalogId.Value;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        InventoryClient inventory = provider.GetRequiredService<WhatsCommerceClient>().Catalogs.Inventory;
        using SocketsHttpHandler handler = new();
        using HttpClient plain = new(handler) { BaseAddress = new Uri(server.Address, $"v25.0/{account.CatalogId}/") };
        plain.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", account.AccessToken);

        long growth = 0;
        List<double> baseline = [];
        List<double> ours = [];
        byte[][]? batches = null;
        for (int round = 0; round < WarmUpRounds + Rounds; round++)
        {
            // The ready-made batches would be in the way of measuring memory, so that comes first.
            if (batches is null)
            {
                await UploadAsync(inventory);
                growth = await MemoryOfAsync(() => UploadAsync(inventory));
                batches = ReadyMade();
            }

            double first = await TimeAsync(round % 2 == 0 ? () => PostAsync(plain, batches) : () => UploadAsync(inventory));
            double second = await TimeAsync(round % 2 == 0 ? () => UploadAsync(inventory) : () => PostAsync(plain, batches));
            if (round >= WarmUpRounds)
            {
                baseline.Add(round % 2 == 0 ? first : second);
                ours.Add(round % 2 == 0 ? second : first);
            }
        }

        double ratio = Median(ours) / Median(baseline);
        table.Add(new(
            "Upload 100,000 items to the local Cloud API",
            ComparisonRow.Time(Median(baseline)),
            ComparisonRow.Time(Median(ours)),
            ratio,
            string.Create(CultureInfo.InvariantCulture, $"{MostTime:0.00}"),
            ratio <= MostTime && growth <= MostMemory)
        {
            Allocated = string.Create(CultureInfo.InvariantCulture, $"heap +{growth / 1e6:0.0} MB"),
            AllocationLimit = string.Create(CultureInfo.InvariantCulture, $"+{MostMemory / 1e6:0} MB"),
        });
    }

    private static async Task UploadAsync(InventoryClient inventory)
    {
        InventoryReport report = await inventory.UploadAsync(Source().ToAsyncEnumerable(), Options);
        if (!report.IsComplete || report.Accepted != Items)
        {
            throw new InvalidOperationException($"Only {report.Accepted} items were taken.");
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
            using JsonDocument answer = JsonDocument.Parse(await posted.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken));
            string handle = answer.RootElement.GetProperty("handles")[0].GetString()!;
            string status = await plain.GetStringAsync($"check_batch_request_status?handle={handle}&load_ids_of_invalid_requests=true", cancellationToken);
            if (!status.Contains("\"finished\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The batch has not ended: {status}");
            }
        });

    /// <summary>By how much the live heap grows at most while an upload runs: asked for often, with a collection each time.</summary>
    private static async Task<long> MemoryOfAsync(Func<Task> action)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = before;
        Task running = action();
        while (!running.IsCompleted)
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System));
        }

        await running;
        return most - before;
    }

    private static async Task<double> TimeAsync(Func<Task> action)
    {
        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static IEnumerable<CatalogItem> Source()
    {
        for (int i = 0; i < Items; i++)
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
        .. Source().Chunk(Options.MaxBatchItems).Select(items =>
        {
            using MemoryStream stream = new();
            using (Utf8JsonWriter json = new(stream))
            {
                json.WriteStartObject();
                json.WriteString("item_type", "PRODUCT_ITEM");
                json.WriteStartArray("requests");
                foreach (CatalogItem item in items)
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

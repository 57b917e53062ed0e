using System.Runtime.CompilerServices;
using WhatsCommerce.Catalogs;

namespace WhatsCommerce.Sdk.Tests.Catalogs;

/// <summary>A sync keeps little of each product. Runs alone, because it looks at the memory of the process.</summary>
[Collection(nameof(Alone))]
public class InventorySyncMemoryTests
{
    private const int Count = 40_000;

    [Fact]
    public async Task ReadCatalog_LongProducts_KeepsLessThan500BytesOfEach()
    {
        InventorySync sync = new(new InventorySyncOptions());
        long before = GC.GetTotalMemory(forceFullCollection: true);

        await sync.ReadCatalogAsync(new LongList(), TestContext.Current.CancellationToken);

        long kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        InventorySyncResult result = sync.Finish(new InventoryReport(), "1040");
        Assert.InRange(kept / Count, 1, 500);
        Assert.Equal(0, result.Read);
    }

    private sealed class LongList : Paged<Product>
    {
        public override async IAsyncEnumerable<Page<Product>> AsPages(
            string? after = null, int? pageSize = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (int page = 0; page < Count / 100; page++)
            {
                await Task.Yield();
                int first = page * 100;
                yield return new Page<Product>([.. Enumerable.Range(first, 100).Select(ProductOf)], hasNext: true);
            }
        }

        private static Product ProductOf(int number) => new()
        {
            RetailerId = FormattableString.Invariant($"item-{number:000000}"),
            Name = new string('n', 150),
            Description = new string('d', 2_000),
            PriceText = "$9.99",
            Currency = "USD",
        };
    }
}

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
        InventorySync?[] sync = [new InventorySync(new InventorySyncOptions())];
        await sync[0]!.ReadCatalogAsync(new LongList(), TestContext.Current.CancellationToken);

        // The test goes on from within the sync, whose frame refers to it, unless it comes back from elsewhere.
        await Task.Yield();

        // What the process holds beside it, such as pooled buffers, is given back at its own time: only the moment of letting go counts.
        long held = GC.GetTotalMemory(forceFullCollection: true);
        long read = FinishAndLetGo(sync);
        long kept = held - GC.GetTotalMemory(forceFullCollection: true);

        Assert.InRange(kept / Count, 1, 500);
        Assert.Equal(0, read);
    }

    // Not in the test itself, whose frame would go on referring to it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long FinishAndLetGo(InventorySync?[] sync)
    {
        InventorySyncResult result = sync[0]!.Finish(new InventoryReport(), "1040");
        sync[0] = null;
        return result.Read;
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

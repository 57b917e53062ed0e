using System.Runtime.CompilerServices;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Benchmarks.Shops;

/// <summary>A client that sends nothing, and answers with a catalog whose pages were read before.</summary>
internal sealed class SilentClient(IReadOnlyList<Product> products) : WhatsCommerceClient
{
    public override MessagesClient Messages { get; } = new Sender();

    public override CatalogsClient Catalogs { get; } = new Reader(products);

    private sealed class Sender : MessagesClient
    {
        public override Task<MessageReceipt> SendAsync(
            Recipient to, OutboundMessage message, SendOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new MessageReceipt { Id = "wamid.1" });
    }

    private sealed class Reader(IReadOnlyList<Product> products) : CatalogsClient
    {
        public override ProductsClient Products { get; } = new PageReader(products);

        public override ProductSetsClient Sets { get; } = new NoSets();

        public override Task<Catalog> GetAsync(CatalogId catalogId = default, CancellationToken cancellationToken = default) =>
            Task.FromResult(new Catalog { Id = catalogId, ProductCount = products.Count });
    }

    private sealed class NoSets : ProductSetsClient
    {
        public override Paged<ProductSet> ListAsync(CatalogId catalogId = default, CancellationToken cancellationToken = default) =>
            Paged<ProductSet>.FromPages(new Page<ProductSet>([]));
    }

    private sealed class PageReader(IReadOnlyList<Product> products) : ProductsClient
    {
        public override Paged<Product> ListAsync(
            ProductQuery? query = null, CatalogId catalogId = default, CancellationToken cancellationToken = default) =>
            new Pages([.. products.Chunk(query!.PageSize!.Value)]);
    }

    private sealed class Pages(IReadOnlyList<Product[]> pages) : Paged<Product>
    {
        public override async IAsyncEnumerable<Page<Product>> AsPages(
            string? after = null, int? pageSize = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            for (int i = 0; i < pages.Count; i++)
            {
                yield return new Page<Product>(pages[i], after: $"page {i}", hasNext: i + 1 < pages.Count);
            }
        }
    }
}

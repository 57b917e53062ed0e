using System.Globalization;
using System.Runtime.CompilerServices;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Catalog;

/// <summary>Nothing else runs beside it, because the memory of the whole process is looked at.</summary>
[Collection(nameof(LargeImportTests))]
[CollectionDefinition(nameof(LargeImportTests), DisableParallelization = true)]
public sealed class LargeImportTests
{
    private const int Products = 100_000;
    private const long MostMemory = 200_000_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_OfAHundredThousandProducts_IsStreamedAndStaysBelow200Megabytes()
    {
        ShopServices shop = new()
        {
            Store = new MemoryStorefrontStore(),
            Options = new StorefrontOptions { Catalog = { PageSize = CatalogQuery.MaxLimit } },
            Handlers = new EventHandlers(),
            Time = new FakeTimeProvider(),
        };
        MemoryCatalogStore store = new();
        Client client = new();
        CatalogSource source = new(client, shop, store, SkuMap.Equality, "1");
        StorefrontCatalog catalog = new(
            shop, store, source, new CollectionSender(client, shop, store, source, new Texts(shop.Options)));
        Meter meter = new(GC.GetTotalMemory(forceFullCollection: true));

        CatalogImportResult result = await catalog.ImportAsync(meter, Stop);

        Assert.Equal((true, Products, Products / CatalogQuery.MaxLimit), (result.IsComplete, result.Import.Products, result.Import.Pages));
        Assert.InRange(meter.Most, 1, MostMemory);
        GC.KeepAlive(store);
    }

    /// <summary>Sees the live memory of the process ten times during the import.</summary>
    private sealed class Meter(long before) : IProgress<CatalogImport>
    {
        public long Most { get; private set; }

        public void Report(CatalogImport value)
        {
            if (value.Products % (Products / 10) == 0)
            {
                Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }
    }

    private sealed class Client : WhatsCommerceClient
    {
        public override CatalogsClient Catalogs { get; } = new Many();
    }

    private sealed class Many : CatalogsClient
    {
        public override ProductsClient Products { get; } = new ManyProducts();

        public override ProductSetsClient Sets { get; } = new NoSets();

        public override Task<WhatsCommerce.Catalogs.Catalog> GetAsync(
            CatalogId catalogId = default, CancellationToken cancellationToken = default) =>
            Task.FromResult(new WhatsCommerce.Catalogs.Catalog { Id = catalogId, ProductCount = LargeImportTests.Products });
    }

    private sealed class NoSets : ProductSetsClient
    {
        public override Paged<ProductSet> ListAsync(CatalogId catalogId = default, CancellationToken cancellationToken = default) =>
            Paged<ProductSet>.FromPages(new Page<ProductSet>([]));
    }

    private sealed class ManyProducts : ProductsClient
    {
        public override Paged<Product> ListAsync(
            ProductQuery? query = null, CatalogId catalogId = default, CancellationToken cancellationToken = default) =>
            new Pages(query!.PageSize!.Value);
    }

    /// <summary>Pages that are made when they are asked for.</summary>
    private sealed class Pages(int size) : Paged<Product>
    {
        public override async IAsyncEnumerable<Page<Product>> AsPages(
            string? after = null, int? pageSize = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (int first = 0; first < Products; first += size)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
                Product[] products = [.. Enumerable.Range(first, size).Select(ProductOf)];
                yield return new Page<Product>(
                    products, after: first.ToString(CultureInfo.InvariantCulture), hasNext: first + size < Products);
            }
        }

        private static Product ProductOf(int number) => new()
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            RetailerId = string.Create(CultureInfo.InvariantCulture, $"sku-{number:000000}"),
            Name = string.Create(CultureInfo.InvariantCulture, $"Organic apples of the orchard, box number {number}"),
            Description = string.Create(
                CultureInfo.InvariantCulture,
                $"Box {number}: crisp, red and picked this morning. Delivered to your door in a box that can be used again."),
            PriceText = "$3.49",
            Currency = "USD",
            Availability = ProductAvailability.InStock,
            ReviewStatus = ReviewStatus.Approved,
            Visibility = ProductVisibility.Published,
            Brand = "Orchard",
            ProductType = string.Create(CultureInfo.InvariantCulture, $"Food > Fruit > Kind {number % 100}"),
            Url = string.Create(CultureInfo.InvariantCulture, $"https://shop.example/items/{number}"),
            ImageUrl = string.Create(CultureInfo.InvariantCulture, $"https://shop.example/items/{number}.jpg"),
            GroupId = string.Create(CultureInfo.InvariantCulture, $"group-{number / 4}"),
        };
    }
}

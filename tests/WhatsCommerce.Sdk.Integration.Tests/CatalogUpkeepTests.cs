using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>
/// Keeping a catalog in step over a real connection: what is over is emptied, and one odd item does not end the work on the others.
/// </summary>
public sealed class CatalogUpkeepTests : IAsyncLifetime
{
    private const int Many = 5_000;

    private static readonly CatalogItem Full = new()
    {
        RetailerId = "apple-1kg",
        Title = "Apples, 1 kg",
        Description = "Crisp and red.",
        Availability = ProductAvailability.InStock,
        Price = new Money(9.99m, "USD"),
        SalePrice = new Money(8m, "USD"),
        SalePriceStart = new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.FromHours(-3)),
        SalePriceEnd = new DateTimeOffset(2026, 12, 24, 0, 0, 0, TimeSpan.Zero),
        Link = "https://shop.example/apple",
        ImageLink = "https://shop.example/apple.jpg",
        AdditionalImageLinks = ["https://shop.example/2.jpg", "https://shop.example/3.jpg"],
        Brand = "Orchard",
        Gtin = "4006381333931",
        Mpn = "A-1",
        GoogleProductCategory = "412",
        ProductType = "Food > Fruit",
        GroupId = "apple",
        Color = "red",
        Size = "1 kg",
        Material = "fruit",
        Pattern = "plain",
        VariantAttribute = "Taste:sweet,Skin:thin",
        Quantity = 12,
        Visibility = ProductVisibility.Published,
        ComplianceCategory = ComplianceCategory.Default,
        OriginCountry = "NZ",
        ImporterName = "Fruit Imports",
        ImporterAddress = new ImporterAddress { Street1 = "1 Road", City = "Mumbai", Country = "IN" },
        ManufacturerInfo = "Orchard, Auckland",
        OtherFields = new Dictionary<string, string> { ["custom_label_0"] = "summer", ["custom_number_1"] = "5" },
    };

    private CloudApiEmulator _cloud = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CatalogsClient Catalogs => _services.GetRequiredService<WhatsCommerceClient>().Catalogs;

    public async ValueTask InitializeAsync()
    {
        _cloud = await CloudApiEmulator.StartAsync(new CloudApiEmulatorOptions
        {
            ProcessingTime = TimeSpan.Zero,
            ReviewTime = TimeSpan.Zero
        }, Cancellation);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new HurriedTime(speed: 100))
            .AddWhatsCommerce(options =>
            {
                _cloud.Configure(options);

                // In hurried time an exchange takes minutes; neither limit is the subject here.
                options.Timeout = TimeSpan.FromHours(1);
                options.Retry.TotalTime = TimeSpan.FromHours(1);
            })
            .Services.BuildServiceProvider(validateScopes: true);
        await Catalogs.Products.CreateAsync(Full, cancellationToken: Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task SyncAsync_WhatWasWritten_IsReadBackAsTheSame()
    {
        InventorySyncResult result = await SyncAsync(Full, CatalogItemFields.Optional | CatalogItemFields.OtherFields);

        Assert.Empty(result.Differences);
        Assert.Equal((1, true), (result.Unchanged, result.IsComplete));
    }

    [Fact]
    public async Task UpdateAsync_EveryOptionalFieldCleared_LeavesNoneOfThem()
    {
        await Catalogs.Products.UpdateAsync(
            new CatalogItem
            {
                RetailerId = "apple-1kg",
                Clear = CatalogItemFields.Optional,
                OtherFields = new Dictionary<string, string> { ["custom_label_0"] = "" },
            },
            cancellationToken: Cancellation);

        Product product = await FindAsync();
        Assert.Equal((null, null, null), (product.SalePriceText, product.SalePriceStart, product.SalePriceEnd));
        Assert.Empty(product.AdditionalImageUrls);
        Assert.Empty(product.VariantAttributes);
        Assert.Equal((null, null, null, null), (product.Brand, product.Gtin, product.Mpn, product.Quantity));
        Assert.Equal((null, null, null, null), (product.Color, product.Size, product.Material, product.Pattern));
        Assert.Equal((null, null, false), (product.GoogleProductCategory, product.ProductType, product.GroupId.HasValue));
        Assert.Equal((false, null, null), (product.ComplianceCategory.HasValue, product.OriginCountry, product.ImporterAddress));
        Assert.Equal(
            ("Apples, 1 kg", new Money(9.99m, "USD"), "https://shop.example/apple.jpg"), (product.Name, product.Price, product.ImageUrl));
        Assert.Empty(product.MalformedFields);
    }

    [Fact]
    public async Task UploadAsync_ItemsWithoutASale_EndTheSaleAndLeaveTheRest()
    {
        await Catalogs.Inventory.UploadAsync(One(Bare), cancellationToken: Cancellation);

        Product product = await FindAsync();
        Assert.Equal((null, null, "Orchard"), (product.SalePriceText, product.SalePriceEnd, product.Brand));
        Assert.Equal(new Money(9.99m, "USD"), _cloud.Catalog.Find("apple-1kg")!.CurrentPrice);
    }

    [Fact]
    public async Task UploadAsync_Cleared_IsEmptied()
    {
        await Catalogs.Inventory.UploadAsync(
            One(Bare with { Clear = CatalogItemFields.Brand | CatalogItemFields.AdditionalImageLinks }), cancellationToken: Cancellation);

        Product product = await FindAsync();
        Assert.Equal((null, "4006381333931"), (product.Brand, product.Gtin));
        Assert.Empty(product.AdditionalImageUrls);
    }

    [Fact]
    public async Task ApplyAsync_SaleCleared_EndsIt()
    {
        InventoryReport report = await Catalogs.Inventory.ApplyAsync(
            ((CatalogChange[])[CatalogChange.Update(new CatalogItem
            {
                RetailerId = "apple-1kg",
                Clear = CatalogItemFields.Sale
            })]).ToAsyncEnumerable(), cancellationToken: Cancellation);

        Assert.True(report.IsComplete);
        Assert.Null((await FindAsync()).SalePrice);
    }

    [Fact]
    public async Task SyncAsync_SaleThatTheSourceHasNoLonger_EndsOnceAndForAll()
    {
        CatalogItem item = Full with { SalePrice = null, SalePriceStart = null, SalePriceEnd = null };

        InventorySyncResult first = await SyncAsync(item);
        InventorySyncResult second = await SyncAsync(item);

        Assert.Equal([CatalogItemFields.SalePrice, CatalogItemFields.SalePeriod], first.Differences.Keys.Order());
        Assert.Equal((1, 1), (first.Changed, second.Unchanged));
        Assert.Equal((null, "Orchard"), ((await FindAsync()).SalePriceText, (await FindAsync()).Brand));
    }

    [Fact]
    public async Task SyncAsync_SourceThatKnowsEverything_EmptiesWhatItDoesNotSay()
    {
        CatalogItemFields all = CatalogItemFields.Optional | CatalogItemFields.OtherFields;

        InventorySyncResult first = await SyncAsync(Bare, all);
        InventorySyncResult second = await SyncAsync(Bare, all);

        Assert.Equal((1, 1), (first.Changed, second.Unchanged));
        Product product = await FindAsync();
        Assert.Equal((null, null, null), (product.Brand, product.ImporterAddress, product.Quantity));
        Assert.Empty(product.AdditionalImageUrls);
    }

    [Fact]
    public async Task ManyItems_OneOfAnUnknownCurrency_IsNamedAndTheOthersGoOn()
    {
        IAsyncEnumerable<CatalogItem> items = Enumerable.Range(0, Many)
            .Select(i => Bare with { RetailerId = Id(i), Price = new Money(1 + i / 100m, i == 1_234 ? "XXQ" : "USD") })
            .ToAsyncEnumerable();

        InventorySyncResult synced = await Catalogs.Inventory.SyncAsync(items, cancellationToken: Cancellation);
        InventoryReport uploaded = await Catalogs.Inventory.UploadAsync(items, cancellationToken: Cancellation);

        Assert.Equal(
            (Many, Many - 1, Id(1_234)), (synced.Added, synced.Report.Accepted, Assert.Single(synced.Report.Rejected).RetailerId.Value));
        Assert.Equal((Many - 1, Id(1_234)), (uploaded.Accepted, Assert.Single(uploaded.Rejected).RetailerId.Value));
        Assert.Equal(Many, _cloud.Catalog.Count);
    }

    [Theory]
    [InlineData("sale_price", "0")]
    [InlineData("importer_address", "[]")]
    [InlineData("importer_address", "\"\"")]
    [InlineData("brand", "true")]
    [InlineData("review_status", "{}")]
    [InlineData("retailer_product_group_id", "[[]]")]
    public async Task OddProduct_IsNamedAndItsNeighboursAreReadEverywhere(string field, string json)
    {
        await Catalogs.Inventory.UploadAsync(
            Enumerable.Range(0, 3).Select(i => Bare with { RetailerId = Id(i) }).ToAsyncEnumerable(), cancellationToken: Cancellation);
        _cloud.Catalog.Distort(Id(1), field, json);

        List<Product> products = await Catalogs.Products.ListAsync(cancellationToken: Cancellation).ToListAsync(Cancellation);
        List<ProductReview> reviews = await Catalogs.Reviews.ListAsync(cancellationToken: Cancellation).ToListAsync(Cancellation);
        List<ReviewChange> watched = await Catalogs.Reviews
            .WatchAsync(new ReviewWatchOptions { IncludeCurrent = true }, Cancellation)
            .Take(4)
            .ToListAsync(Cancellation);
        InventorySyncResult synced = await Catalogs.Inventory.SyncAsync(
            Enumerable.Range(0, 3).Select(i => Bare with { RetailerId = Id(i) }).ToAsyncEnumerable(), cancellationToken: Cancellation);
        PreflightReport preflight = await _services.GetRequiredService<WhatsCommerceClient>().Preflight.CheckSendableAsync(
            [Id(0), Id(1), Id(2)], cancellationToken: Cancellation);

        Assert.Equal(4, products.Count);
        Assert.Equal([field], products.Single(product => product.RetailerId == Id(1)).MalformedFields);
        Assert.Equal([field], (await Catalogs.Products.FindAsync(Id(1), cancellationToken: Cancellation))!.MalformedFields);
        Assert.Equal((4, 4), (reviews.Count, watched.Count));
        Assert.Equal(3, synced.Unchanged);
        Assert.Equal(4, preflight.Sendable.Count + preflight.Unsendable.Count + 1);
        if (field != "review_status")
        {
            MalformedItem malformed = Assert.Single(synced.Malformed);
            Assert.Equal((Id(1), field), (malformed.RetailerId.Value, Assert.Single(malformed.Members)));
        }
    }

    private static CatalogItem Bare => new()
    {
        RetailerId = Full.RetailerId,
        Title = Full.Title,
        Description = Full.Description,
        Availability = Full.Availability,
        Price = Full.Price,
        Link = Full.Link,
        ImageLink = Full.ImageLink,
    };

    private static string Id(int number) => number.ToString("sku-00000", CultureInfo.InvariantCulture);

    private static IAsyncEnumerable<CatalogItem> One(CatalogItem item) => ((CatalogItem[])[item]).ToAsyncEnumerable();

    private async Task<Product> FindAsync() => (await Catalogs.Products.FindAsync("apple-1kg", cancellationToken: Cancellation))!;

    private Task<InventorySyncResult> SyncAsync(CatalogItem item, CatalogItemFields? clearMissing = null) => Catalogs.Inventory.SyncAsync(
        One(item), clearMissing is CatalogItemFields fields ? new InventorySyncOptions { ClearMissing = fields } : null, Cancellation);
}

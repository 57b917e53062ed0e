using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Storefront.Tests.Catalog;

public sealed class ImportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_WholeCatalog_StoresItPageByPageAndReportsIt()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 250);
        Reports reports = new();

        CatalogImportResult result = await shop.Catalog.ImportAsync(reports, Stop);

        Assert.Equal((true, false), (result.IsComplete, result.IsResumed));
        Assert.Equal((250, 3, 250, 0, 0), (
            result.Import.Products, result.Import.Pages, result.Import.Total, result.Import.Unreadable, result.Import.Gone));
        Assert.Equal([0, 100, 200, 250], reports.All.Select(report => report.Products).Distinct());
        Assert.Equal(CatalogImportState.Completed, reports.All[^1].State);
        Assert.Equal(result.Import, await shop.Catalog.GetImportAsync(Stop));
        CatalogProduct product = await shop.FindAsync("p-042");
        Assert.Equal(
            ("p-042", "Product 42", new Money(42, "USD"), OfferObstacles.None),
            (product.OwnId, product.Name, product.Price, product.GetObstacles()));
        shop.Cloud.AssertNoErrors();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Import_KilledInTheMiddle_GoesOnBehindTheLastStoredStep(int steps)
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 250);
        using CancellationTokenSource killed = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Reports untilKilled = new(reports =>
        {
            if (reports.Count == steps)
            {
                killed.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shop.Catalog.ImportAsync(untilKilled, killed.Token));
        int stored = untilKilled.All[^1].Pages;

        shop.Restart();
        CatalogImportResult result = await shop.Catalog.ImportAsync(cancellationToken: Stop);

        Assert.Equal((true, true, 250, 3), (result.IsComplete, result.IsResumed, result.Import.Products, result.Import.Pages));
        Assert.Equal(Math.Min(steps - 1, 3), stored);
        Assert.Equal(3, shop.ListRequests);
        Assert.Equal(250, (await ListAsync(shop)).Count);
    }

    [Fact]
    public async Task Import_CursorExpiredMeanwhile_BeginsTheListAnew()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 250);
        Reports reports = new(all =>
        {
            if (all.Count == 2)
            {
                shop.Cloud.ExpireCursors();
            }
        });

        CatalogImportResult result = await shop.Catalog.ImportAsync(reports, Stop);

        Assert.Equal((true, 250), (result.IsComplete, result.Import.Products));
        Assert.Equal(250, (await ListAsync(shop)).Count);
    }

    [Fact]
    public async Task Import_PagesTooLargeForMeta_AreHalved()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 120);
        int refused = 0;
        shop.Cloud.Faults.When(
            request => request.Path.EndsWith("/products", StringComparison.Ordinal) && Interlocked.Increment(ref refused) <= 2,
            EmulatedFault.TooMuchData());

        CatalogImportResult result = await shop.Catalog.ImportAsync(cancellationToken: Stop);

        Assert.Equal((true, 120, 5), (result.IsComplete, result.Import.Products, result.Import.Pages));
    }

    [Fact]
    public async Task Import_LeftForADay_BeginsAnew()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 250);
        using CancellationTokenSource killed = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => shop.Catalog.ImportAsync(new Reports(_ => killed.Cancel()), killed.Token));

        shop.Time.Advance(TimeSpan.FromHours(24));
        CatalogImportResult result = await shop.Catalog.ImportAsync(cancellationToken: Stop);

        Assert.Equal((true, false, 250), (result.IsComplete, result.IsResumed, result.Import.Products));
    }

    [Fact]
    public async Task Import_TakenOverByAnotherInstance_EndsWithoutWritingMore()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 250);
        StorefrontCatalog first = shop.Catalog;
        shop.Restart();
        Task<CatalogImportResult>? second = null;
        Reports reports = new(all => second ??= all.Count == 2 ? Task.Run(() => shop.Catalog.ImportAsync(cancellationToken: Stop)) : null);
        Reports blocking = new(all =>
        {
            ((IProgress<CatalogImport>)reports).Report(all[^1]);
            if (second is not null)
            {
#pragma warning disable xUnit1031 // Reports are synchronous, and the first import must stand still while the second one runs.
                second.Wait(Stop);
#pragma warning restore xUnit1031
            }
        });

        CatalogImportResult result = await first.ImportAsync(blocking, Stop);

        Assert.False(result.IsComplete);
        CatalogImportResult other = await second!;
        Assert.Equal((true, true, 250), (other.IsComplete, other.IsResumed, other.Import.Products));
        Assert.Equal(250, (await ListAsync(shop)).Count);
    }

    [Fact]
    public async Task Import_ProductThatVanished_IsMarkedAsGoneAndComesBack()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 3);
        await shop.ImportAsync();
        shop.Cloud.Catalog.Remove("p-002");

        await shop.ImportAsync();

        CatalogProduct gone = await shop.FindAsync("p-002");
        Assert.Equal((shop.Time.GetUtcNow(), OfferObstacles.Gone), (gone.GoneAt, gone.GetObstacles()));
        Assert.Equal(1, (await shop.Catalog.GetImportAsync(Stop))!.Gone);
        Assert.Equal(2, (await ListAsync(shop)).Count);

        shop.Cloud.Catalog.Add("p-002", "Product 2", new Money(2, "USD"));
        await shop.ImportAsync();

        Assert.Null((await shop.FindAsync("p-002")).GoneAt);
    }

    [Fact]
    public async Task Import_ProductThatTheShiftingListDidNotShow_IsAskedForAndNotGone()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 250);
        await shop.ImportAsync();
        shop.Time.Advance(TimeSpan.FromSeconds(1));
        Reports reports = new(all =>
        {
            if (all[^1] is { State: CatalogImportState.Products, Pages: 1 })
            {
                shop.Cloud.Catalog.Remove("p-150");
            }
            else if (all[^1].State == CatalogImportState.Missing && shop.Cloud.Catalog.Find("p-150") is null)
            {
                shop.Cloud.Catalog.Add("p-150", "Back", new Money(1, "USD"));
            }
        });

        CatalogImportResult result = await shop.Catalog.ImportAsync(reports, Stop);

        Assert.Equal((249, 0), (result.Import.Products, result.Import.Gone));
        CatalogProduct product = await shop.FindAsync("p-150");
        Assert.Equal(("Back", null), (product.Name, product.GoneAt));
    }

    [Fact]
    public async Task Import_ProductsThatAreNotReady_SayWhy()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(configure: services =>
            services.AddSingleton<ISkuMap>(
                SkuMap.FromPairs([.. Mapped.Select(id => new KeyValuePair<string, RetailerId>($"own-{id}", id))])));
        EmulatedCatalog catalog = shop.Cloud.Catalog;
        foreach (string id in Mapped.Where(id => id != "mug-red"))
        {
            catalog.Add(id, id, new Money(1, "USD"));
        }

        catalog.Add("unmapped", "Unmapped", new Money(1, "USD"));
        catalog.Add(new EmulatedCatalogItem
        {
            RetailerId = "mug-red", Title = "Red mug", Price = new Money(1, "USD"), ItemGroupId = "mug",
        });
        catalog.Update("hidden", item => item with { IsHidden = true });
        catalog.Update("soldout", item => item with { Availability = ItemAvailability.OutOfStock });
        shop.Cloud.Reviews.Reject("rejected", "WEAPONS");
        catalog.Distort("unpriced", "price", "\"on request\"");
        catalog.Distort("unclear", "availability", "[\"in stock\"]");

        await shop.ImportAsync();

        Dictionary<string, OfferObstacles> obstacles =
            (await ListAsync(shop)).ToDictionary(product => product.RetailerId.Value!, product => product.GetObstacles());
        Assert.Equal(OfferObstacles.None, obstacles["ready"]);
        Assert.Equal(OfferObstacles.Hidden, obstacles["hidden"]);
        Assert.Equal(OfferObstacles.NotAvailable, obstacles["soldout"]);
        Assert.Equal(OfferObstacles.NotApproved, obstacles["rejected"]);
        Assert.Equal(OfferObstacles.Unpriced, obstacles["unpriced"]);
        Assert.Equal(OfferObstacles.Unclear, obstacles["unclear"]);
        Assert.Equal(OfferObstacles.Unmapped, obstacles["unmapped"]);
        Assert.Equal(OfferObstacles.ParentOfVariants, obstacles["mug"]);
        Assert.Equal("WEAPONS", (await shop.FindAsync("rejected")).RejectionReasons);
    }

    [Fact]
    public async Task Import_ProductsAndTheirGroup_AreListedAsVariants()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync();
        shop.Cloud.Catalog.Add("mug", "Mug", new Money(1, "USD"));
        foreach (string color in (string[])["red", "blue"])
        {
            shop.Cloud.Catalog.Add(new EmulatedCatalogItem
            {
                RetailerId = $"mug-{color}",
                Title = $"Mug, {color}",
                Price = new Money(1, "USD"),
                ItemGroupId = "mug",
                VariantAttributes = new Dictionary<string, string> { ["color"] = color, ["handle"] = "left" },
            });
        }

        await shop.ImportAsync();

        IReadOnlyList<CatalogProduct> variants = await shop.Catalog.ListAsync(new CatalogQuery { GroupId = "mug" }, Stop);
        Assert.Equal([("mug-blue", "blue, left"), ("mug-red", "red, left")], variants.Select(v => (v.RetailerId.Value!, v.Variant!)));
        Assert.True((await shop.FindAsync("mug")).IsParent);
    }

    [Fact]
    public async Task Unmatched_BothDirections_AreTold()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 2, services => services.AddSingleton<ISkuMap>(
            SkuMap.FromPairs([new("1", "p-001"), new("7", "p-007")])));
        await shop.ImportAsync();

        List<UnmatchedProduct> unmatched = await shop.Catalog.UnmatchedAsync(Stop).ToListAsync(Stop);

        Assert.Equal(
            [
                new UnmatchedProduct { RetailerId = "p-002", Name = "Product 2" },
                new UnmatchedProduct { RetailerId = "p-007", OwnId = "7" },
            ],
            unmatched);
        Assert.Equal([true, false], unmatched.Select(product => product.IsInCatalog));
        Assert.Equal("p-001", Assert.Single(await shop.Catalog.FindByOwnIdAsync("1", Stop)).RetailerId.Value);
    }

    [Fact]
    public async Task SetSearchable_Off_IsKeptByTheNextImport()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 2);
        await shop.ImportAsync();

        Assert.Equal(1, await shop.Catalog.SetSearchableAsync("p-001", false, Stop));
        await shop.ImportAsync();

        Assert.False((await shop.FindAsync("p-001")).IsSearchable);
        Assert.True((await shop.FindAsync("p-002")).IsSearchable);
        await Assert.ThrowsAsync<ArgumentException>(() => shop.Catalog.SetSearchableAsync(default, false, Stop));
    }

    [Fact]
    public async Task Import_NoCatalogConfigured_TakesTheConnectedOne()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(
            products: 1, services => services.Configure<WhatsCommerceOptions>(options => options.CatalogId = null));

        CatalogImportResult result = await shop.Catalog.ImportAsync(cancellationToken: Stop);

        Assert.Equal((shop.Cloud.Catalog.Id, 1), (result.Import.CatalogId, result.Import.Products));
    }

    [Fact]
    public async Task Import_RefusedByMeta_ThrowsAndGoesOnAtTheNextCall()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 150);
        Reports reports = new(all =>
        {
            if (all.Count == 2)
            {
                shop.Cloud.Faults.When(_ => true, EmulatedFault.Error(10, 403, "Application does not have permission for this action"));
            }
        });
        await Assert.ThrowsAsync<GraphPermissionException>(() => shop.Catalog.ImportAsync(reports, Stop));

        shop.Cloud.Faults.Clear();
        CatalogImportResult result = await shop.Catalog.ImportAsync(cancellationToken: Stop);

        Assert.Equal((true, true, 150), (result.IsComplete, result.IsResumed, result.Import.Products));
    }

    private static IReadOnlyList<string> Mapped { get; } =
        ["ready", "hidden", "soldout", "rejected", "unpriced", "unclear", "mug", "mug-red"];

    private static Task<IReadOnlyList<CatalogProduct>> ListAsync(CatalogFixture shop) =>
        shop.Catalog.ListAsync(new CatalogQuery { Limit = CatalogQuery.MaxLimit }, Stop);

    private sealed class Reports(Action<List<CatalogImport>>? then = null) : IProgress<CatalogImport>
    {
        public List<CatalogImport> All { get; } = [];

        public void Report(CatalogImport value)
        {
            All.Add(value);
            then?.Invoke(All);
        }
    }
}

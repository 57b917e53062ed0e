using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>Uploads over a real connection: what the report says is what the catalog then holds.</summary>
public sealed class InventoryTests : IAsyncLifetime
{
    private const int Many = 10_000;

    private CloudApiEmulator _cloud = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private InventoryClient Inventory => _services.GetRequiredService<WhatsCommerceClient>().Catalogs.Inventory;

    public async ValueTask InitializeAsync()
    {
        _cloud = await CloudApiEmulator.StartAsync(new CloudApiEmulatorOptions { ProcessingTime = TimeSpan.Zero }, Cancellation);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new FakeTimeProvider { Skips = wait => wait < TimeSpan.FromHours(1) })
            .AddWhatsCommerce(options =>
            {
                _cloud.Configure(options);

                // The clock passes over every wait but this one: neither limit is the subject here.
                options.Timeout = TimeSpan.FromHours(1);
                options.Retry.TotalTime = TimeSpan.FromHours(1);

                // Batches are in flight beside each other: which of them meets how many of the faults is a matter of chance.
                options.Retry.MaxAttempts = 10;
            })
            .Services.BuildServiceProvider(validateScopes: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task UploadAsync_TwoPercentBad_EachIsNamedWithItsReason()
    {
        // Half of them break a rule that is known here; of the others Meta finds out later, and shows a sample of ten a batch.
        foreach (int i in Enumerable.Range(0, Many).Where(IsRefused))
        {
            _cloud.Batches.RefuseItem(Id(i), $"The image of {Id(i)} could not be fetched.");
        }

        InventoryReport report = await Inventory.UploadAsync(
            Items(Many).Select((item, i) => IsBroken(i) ? item with { Price = null } : item), cancellationToken: Cancellation);

        Assert.Equal((Many, Many * 98 / 100, Many * 98 / 100), (report.Read, report.Accepted, _cloud.Catalog.Count));
        Assert.Equal(Enumerable.Range(0, Many).Where(i => IsBroken(i) || IsRefused(i)), report.Rejected.Select(item => (int)item.Position));
        Assert.All(report.Rejected, item => Assert.Equal(Id((int)item.Position), item.RetailerId.Value));
        Assert.All(
            report.Rejected.Where(item => item.Stage == RejectionStage.BeforeSending),
            item => Assert.StartsWith("price: ", Assert.Single(item.Reasons), StringComparison.Ordinal));
        Assert.All(
            report.Rejected.Where(item => item.Stage == RejectionStage.ByMeta),
            item => Assert.Equal($"The image of {item.RetailerId} could not be fetched.", Assert.Single(item.Reasons)));

        static bool IsBroken(int i) => i % 100 == 7;
        static bool IsRefused(int i) => i % 100 == 42;
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public async Task UploadAsync_KilledAtARandomMomentAndResumed_TheCatalogEqualsTheSource(int seed)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        InventoryOptions options = new() { MaxBatchItems = 100, MaxBatchesInFlight = 4 };
#pragma warning disable CA5394 // Chance that can be repeated is what is wanted.
        int saves = new Random(seed).Next(1, 11);
#pragma warning restore CA5394
        using CancellationTokenSource kill = new();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Inventory.UploadAsync(
            Items(5_000), options with { Checkpoint = new DyingCheckpoint(new FileUploadCheckpointStore(path), saves, kill) }, kill.Token));
        int before = _cloud.Catalog.Count;
        InventoryReport report =
            await Inventory.UploadAsync(Items(5_000), options with { Checkpoint = new FileUploadCheckpointStore(path) }, Cancellation);

        Assert.InRange(before, 100, 4_999);
        Assert.InRange(report.Resumed, 1, before);
        Assert.Equal((5_000, 5_000, true), (report.Read, report.Accepted, report.IsComplete));
        Assert.Equal(
            Enumerable.Range(0, 5_000).Select(i => (Id(i), Price(i))).Order(),
            _cloud.Catalog.Items.Select(item => (item.RetailerId.Value!, item.Price.Amount)).Order());
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task ApplyAsync_UpdatesAndDeletions_ChangeWhatTheyNameAndNothingElse()
    {
        await Inventory.UploadAsync(Items(300), cancellationToken: Cancellation);

        InventoryReport report = await Inventory.ApplyAsync(
            Enumerable.Range(0, 301).Select(i => (i % 3) switch
            {
                0 => CatalogChange.Update(new CatalogItem { RetailerId = Id(i), Price = new Money(0.1m, "EUR") * 3 }),
                1 => CatalogChange.Update(new CatalogItem { RetailerId = Id(i), Availability = ProductAvailability.OutOfStock }),
                _ => CatalogChange.Delete(Id(i)),
            }).ToAsyncEnumerable(),
            cancellationToken: Cancellation);

        // The last update is of an item that is not there; it must not make one.
        Assert.Equal(300, Assert.Single(report.Rejected).Position);
        Assert.Equal((300, 200), (report.Accepted, _cloud.Catalog.Count));
        Assert.Equal((new Money(0.3m, "EUR"), ItemAvailability.InStock), State(0));
        Assert.Equal((new Money(Price(1), "USD"), ItemAvailability.OutOfStock), State(1));
        Assert.Null(_cloud.Catalog.Find(Id(2)));
        Assert.Equal("Item 0", _cloud.Catalog.Find(Id(0))!.Title);

        (Money, ItemAvailability) State(int i) => (_cloud.Catalog.Find(Id(i))!.Price, _cloud.Catalog.Find(Id(i))!.Availability);
    }

    [Fact]
    public async Task UploadAsync_Duplicates_TheFirstIsTakenAndTheOthersAreNamed()
    {
        InventoryReport report = await Inventory.UploadAsync(
            Items(1_000).Concat(Items(3).Select(item => item with { Title = "Again" })),
            new InventoryOptions { MaxBatchItems = 100 },
            Cancellation);

        Assert.Equal([1_000, 1_001, 1_002], report.Rejected.Select(item => item.Position));
        Assert.Equal("Item 0", _cloud.Catalog.Find(Id(0))!.Title);
    }

    [Fact]
    public async Task UploadAsync_UnknownCatalog_EndsAndSaysWhatToLookAt()
    {
        InventoryUploadException exception = await Assert.ThrowsAsync<InventoryUploadException>(
            () => Inventory.UploadAsync(Items(10), new InventoryOptions { CatalogId = "4711" }, Cancellation));

        Assert.IsType<GraphInvalidRequestException>(exception.InnerException);
        Assert.Contains("Is the id right", exception.Message, StringComparison.Ordinal);
        Assert.Equal((10, 0), (exception.Report.Read, exception.Report.Accepted));
    }

    [Fact]
    public async Task UploadAsync_NoPermission_EndsAndSaysWhichIsNeeded()
    {
        _cloud.Permissions.Revoke(EmulatedPermissions.CatalogManagement);

        InventoryUploadException exception = await Assert.ThrowsAsync<InventoryUploadException>(
            () => Inventory.UploadAsync(Items(10), cancellationToken: Cancellation));

        Assert.IsType<GraphPermissionException>(exception.InnerException);
        Assert.Contains("catalog_management", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UploadAsync_HandleThatNeverEnds_IsToldAndTheOthersGoOn()
    {
        _cloud.Batches.HoldNext();

        InventoryReport report = await Inventory.UploadAsync(
            Items(300), new InventoryOptions
            {
                MaxBatchItems = 100,
                MaxBatchesInFlight = 1,
                MaxBatchWait = TimeSpan.FromSeconds(20)
            }, Cancellation);

        Assert.Equal(Enumerable.Range(0, 100).Select(Id), Assert.Single(report.Unconfirmed).Items.Select(id => id.Value));
        Assert.Equal((200, 200, false), (report.Accepted, _cloud.Catalog.Count, report.IsComplete));
    }

    [Fact]
    public async Task UploadAsync_ThrottledCutAndBroken_AllIsIn()
    {
        _cloud.Faults
            .Next(EmulatedFault.CatalogThrottled(TimeSpan.FromMinutes(2)))
            .Next(EmulatedFault.AppThrottled())
            .Next(EmulatedFault.TooManyRequests(TimeSpan.FromSeconds(90)))
            .Next(EmulatedFault.ConnectionCut(FaultMoment.AfterAccepting))
            .Next(EmulatedFault.ServerError(FaultMoment.AfterAccepting))
            .Next(EmulatedFault.TooMuchData());

        InventoryReport report = await Inventory.UploadAsync(Items(500), new InventoryOptions { MaxBatchItems = 100 }, Cancellation);

        Assert.Equal((500, 500, true), (report.Accepted, _cloud.Catalog.Count, report.IsComplete));
        Assert.Equal(6, _cloud.Requests.Count(request => request.Fault is not null));
    }

    private static string Id(int number) => number.ToString("sku-00000", CultureInfo.InvariantCulture);

    private static decimal Price(int number) => 1 + number / 100m;

    private static IAsyncEnumerable<CatalogItem> Items(int count) => Enumerable.Range(0, count)
        .Select(i => new CatalogItem
        {
            RetailerId = Id(i),
            Title = FormattableString.Invariant($"Item {i}"),
            Description = "Good and cheap.",
            Availability = ProductAvailability.InStock,
            Price = new Money(Price(i), "USD"),
            Link = "https://shop.example/item",
            ImageLink = "https://shop.example/item.jpg",
        })
        .ToAsyncEnumerable();

    /// <summary>A process that is killed after some saves: nothing that it would do after that reaches the file.</summary>
    private sealed class DyingCheckpoint(FileUploadCheckpointStore file, int saves, CancellationTokenSource kill) : IUploadCheckpointStore
    {
        private int _saves;

        public ValueTask<UploadCheckpoint?> LoadAsync(CancellationToken cancellationToken = default) => file.LoadAsync(cancellationToken);

        public async ValueTask SaveAsync(UploadCheckpoint checkpoint, CancellationToken cancellationToken = default)
        {
            if (_saves++ < saves)
            {
                await file.SaveAsync(checkpoint, cancellationToken);
                return;
            }

            await kill.CancelAsync();
        }

        public ValueTask ClearAsync(CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("It was to be killed before.");
    }
}

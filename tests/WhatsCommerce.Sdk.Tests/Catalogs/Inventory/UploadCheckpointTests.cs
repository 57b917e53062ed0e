using WhatsCommerce.Catalogs;
using WhatsCommerce.Sdk.Tests.Http;

namespace WhatsCommerce.Sdk.Tests.Catalogs.Inventory;

/// <summary>An upload that ended early goes on where nothing is lost, and only with the source that it began with.</summary>
public class UploadCheckpointTests
{
    private readonly MemoryCheckpoint _checkpoint = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private InventoryOptions Options => new() { MaxBatchItems = 10, MaxBatchesInFlight = 1, Checkpoint = _checkpoint };

    [Fact]
    public async Task UploadAsync_SourceFails_SeesWhatIsOnItsWayToItsEndAndGoesOnThere()
    {
        using BatchMeta meta = new();

        InventoryUploadException exception = await Assert.ThrowsAsync<InventoryUploadException>(
            () => meta.Inventory.UploadAsync(FailAfter(35), Options, Cancellation));

        Assert.Equal("The disk is gone.", exception.InnerException!.Message);
        Assert.Equal((35, 30), (exception.Report.Read, exception.Report.Accepted));
        Assert.Equal((30, 30), (_checkpoint.Saved!.Position, _checkpoint.Saved.Accepted));

        InventoryReport report = await meta.Inventory.UploadAsync(BatchMeta.Items(50), Options, Cancellation);

        Assert.Equal((50, 50, 30), (report.Read, report.Accepted, report.Resumed));
        Assert.Equal(Enumerable.Range(0, 50).Select(BatchMeta.Id), meta.Posted.SelectMany(ids => ids));
        Assert.Null(_checkpoint.Saved);
    }

    [Fact]
    public async Task UploadAsync_BatchFails_GoesOnWithTheFirstThatIsNotSettled()
    {
        using BatchMeta meta = new() { OnPost = (ids, _) => ids.Contains("sku-0012") ? StubMeta.Error(10) : null };

        InventoryUploadException exception = await Assert.ThrowsAsync<InventoryUploadException>(
            () => meta.Inventory.UploadAsync(BatchMeta.Items(100), Options with { MaxBatchesInFlight = 3 }, Cancellation));

        Assert.IsType<GraphPermissionException>(exception.InnerException);
        Assert.Contains("same checkpoint", exception.Message, StringComparison.Ordinal);
        Assert.True(_checkpoint.Saved is null or { Position: 10 });

        meta.OnPost = (_, _) => null;
        InventoryReport report = await meta.Inventory.UploadAsync(BatchMeta.Items(100), Options, Cancellation);

        Assert.Equal((100, 100), (report.Read, report.Accepted));
        Assert.Equal(100, meta.Posted.SelectMany(ids => ids).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task UploadAsync_Cancelled_ThrowsThatAndGoesOn()
    {
        using BatchMeta meta = new();
        using CancellationTokenSource cancel = new();
        meta.OnPost = (_, before) =>
        {
            if (before == 2)
            {
                cancel.Cancel();
            }

            return null;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => meta.Inventory.UploadAsync(BatchMeta.Items(100), Options, cancel.Token));

        Assert.Equal(20, _checkpoint.Saved!.Position);
        InventoryReport report = await meta.Inventory.UploadAsync(BatchMeta.Items(100), Options, Cancellation);
        Assert.Equal((100, 20), (report.Accepted, report.Resumed));
    }

    [Fact]
    public async Task UploadAsync_CancelledBeforeTheOldPlace_KeepsTheCheckpoint()
    {
        using BatchMeta meta = new();
        await Assert.ThrowsAsync<InventoryUploadException>(() => meta.Inventory.UploadAsync(FailAfter(35), Options, Cancellation));
        UploadCheckpoint before = _checkpoint.Saved!;

        await Assert.ThrowsAsync<InventoryUploadException>(() => meta.Inventory.UploadAsync(FailAfter(5), Options, Cancellation));

        Assert.Same(before, _checkpoint.Saved);
    }

    [Fact]
    public async Task UploadAsync_Resumed_TellsOfAllRunsTogether()
    {
        using BatchMeta meta = new();
        meta.OnStatus = (ids, _) => BatchMeta.Refused([.. ids.Where(id => id.EndsWith('3'))], sample: 10);
        await Assert.ThrowsAsync<InventoryUploadException>(
            () => meta.Inventory.UploadAsync(FailAfter(35, brokenAt: 7), Options, Cancellation));

        InventoryReport report = await meta.Inventory.UploadAsync(FailAfter(50, brokenAt: 7, fails: false), Options, Cancellation);

        Assert.Equal([3, 7, 13, 23, 33, 43], report.Rejected.Select(item => item.Position));
        Assert.Equal((50, 44), (report.Read, report.Accepted));
    }

    [Fact]
    public async Task UploadAsync_DuplicateOfWhatAnEarlierRunSent_IsNamed()
    {
        using BatchMeta meta = new();
        await Assert.ThrowsAsync<InventoryUploadException>(() => meta.Inventory.UploadAsync(FailAfter(35), Options, Cancellation));

        InventoryReport report = await meta.Inventory.UploadAsync(BatchMeta.Items(40).Append(BatchMeta.Item(2)), Options, Cancellation);

        Assert.Equal((40, "sku-0002"), (Assert.Single(report.Rejected).Position, report.Rejected[0].RetailerId.Value));
    }

    [Theory, InlineData(35, "sku-0000"), InlineData(12, null)]
    public async Task UploadAsync_AnotherSource_BeginsAnew(int count, string? changed)
    {
        using BatchMeta meta = new();
        await Assert.ThrowsAsync<InventoryUploadException>(() => meta.Inventory.UploadAsync(FailAfter(35), Options, Cancellation));

        InventoryReport report = await meta.Inventory.UploadAsync(
            BatchMeta.Items(count).Select(item => item.RetailerId == changed ? item with { Title = "Pears" } : item),
            Options,
            Cancellation);

        Assert.Equal((count, count, 0), (report.Read, report.Accepted, report.Resumed));
        Assert.Equal(30 + count, meta.Posted.Sum(ids => ids.Length));
        Assert.Null(_checkpoint.Saved);
    }

    [Fact]
    public async Task UploadAsync_AnotherCatalog_BeginsAnew()
    {
        using BatchMeta meta = new();
        await Assert.ThrowsAsync<InventoryUploadException>(() => meta.Inventory.UploadAsync(FailAfter(35), Options, Cancellation));

        InventoryReport report = await meta.Inventory.UploadAsync(BatchMeta.Items(50), Options with { CatalogId = "77" }, Cancellation);

        Assert.Equal((50, 0), (report.Accepted, report.Resumed));
    }

    [Fact]
    public async Task UploadAsync_Unconfirmed_IsSentOnceMoreByTheNextRun()
    {
        using BatchMeta meta = new();
        meta.OnStatus = (ids, _) => ids.Contains("sku-0012") ? BatchMeta.Status("\"status\":\"canceled\"") : null;
        InventoryReport first = await meta.Inventory.UploadAsync(BatchMeta.Items(40), Options, Cancellation);
        meta.OnStatus = (_, _) => null;

        InventoryReport second = await meta.Inventory.UploadAsync(BatchMeta.Items(40), Options, Cancellation);

        Assert.Equal((30, 10), (first.Accepted, Assert.Single(first.Unconfirmed).Items.Count));
        Assert.Equal((40, 10, true), (second.Accepted, second.Resumed, second.IsComplete));
        Assert.Null(_checkpoint.Saved);
    }

    [Fact]
    public async Task ApplyAsync_RareUpdateAmongMany_DoesNotHoldTheCheckpointBack()
    {
        using BatchMeta meta = new();
        IAsyncEnumerable<CatalogChange> changes = Enumerable.Range(0, 100)
            .Select(i => i == 3 ? CatalogChange.Update(new CatalogItem
            {
                RetailerId = "x",
                Price = new Money(1, "USD")
            }) : CatalogChange.Upsert(BatchMeta.Item(i)))
            .Concat(Failure())
            .ToAsyncEnumerable();

        await Assert.ThrowsAsync<InventoryUploadException>(
            () => meta.Inventory.ApplyAsync(changes, Options with { MaxBatchesInFlight = 2 }, Cancellation));

        Assert.InRange(_checkpoint.Saved!.Position, 80, 100);

        static IEnumerable<CatalogChange> Failure() =>
            Enumerable.Range(0, 1).Select<int, CatalogChange>(_ => throw new IOException("The disk is gone."));
    }

    [Fact]
    public async Task FileUploadCheckpoint_SavedAndCleared_IsThereAndGone()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        FileUploadCheckpointStore file = new(path);
        UploadCheckpoint checkpoint = new()
        {
            CatalogId = "1",
            Position = 7,
            Fingerprint = "ab",
            Accepted = 6,
            Rejected = [new RejectedItem { RetailerId = "x", Position = 3, Stage = RejectionStage.ByMeta, Reasons = ["No. 🍎"] }],
        };

        Assert.Null(await file.LoadAsync(Cancellation));
        await file.SaveAsync(checkpoint, Cancellation);
        UploadCheckpoint loaded = (await file.LoadAsync(Cancellation))!;
        await file.ClearAsync(Cancellation);

        Assert.Equal(("1", 7, "ab", 6), (loaded.CatalogId, loaded.Position, loaded.Fingerprint, loaded.Accepted));
        Assert.Equal(
            (checkpoint.Rejected[0].ToString(), 3, RejectionStage.ByMeta),
            (loaded.Rejected[0].ToString(), loaded.Rejected[0].Position, loaded.Rejected[0].Stage));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task FileUploadCheckpoint_HalfAFile_IsNone()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(path, """{"catalog_id":"1","pos""", Cancellation);
        FileUploadCheckpointStore file = new(path);

        Assert.Null(await file.LoadAsync(Cancellation));
        await file.ClearAsync(Cancellation);
    }

    private static IAsyncEnumerable<CatalogItem> FailAfter(int count, int brokenAt = -1, bool fails = true)
    {
        return Items().ToAsyncEnumerable();

        IEnumerable<CatalogItem> Items()
        {
            for (int i = 0; i < count; i++)
            {
                yield return i == brokenAt ? BatchMeta.Item(i) with { Price = null } : BatchMeta.Item(i);
            }

            if (fails)
            {
                throw new IOException("The disk is gone.");
            }
        }
    }
}

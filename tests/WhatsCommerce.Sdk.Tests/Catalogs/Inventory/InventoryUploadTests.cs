using WhatsCommerce.Catalogs;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Catalogs.Inventory;

/// <summary>What is sent, in which batches, and how each item that did not get in is named.</summary>
public class InventoryUploadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ApplyAsync_EveryKindOfChange_OnTheWire()
    {
        using BatchMeta meta = new();
        CatalogChange[] changes =
        [
            CatalogChange.Upsert(BatchMeta.Item(1)),
            CatalogChange.Update(new CatalogItem
            {
                RetailerId = "pear",
                Price = new Money(0.1m, "KWD") * 3,
                Availability = ProductAvailability.OutOfStock
            }),
            CatalogChange.Create(BatchMeta.Item(2)),
            CatalogChange.Delete("plum"),
        ];

        InventoryReport report = await meta.Inventory.ApplyAsync(
            changes.ToAsyncEnumerable(), new InventoryOptions { MaxBatchesInFlight = 1 }, Cancellation);

        Assert.Equal((4, 4, true), (report.Read, report.Accepted, report.IsComplete));
        Snapshot.MatchText(
            string.Join("\n\n", meta.Requests.Select(request => $"{request.Method} {request.Uri.PathAndQuery}\n{request.Body}")));
    }

    [Fact]
    public async Task UploadAsync_MoreThanABatchHolds_SplitsByCount()
    {
        using BatchMeta meta = new();

        InventoryReport report =
            await meta.Inventory.UploadAsync(BatchMeta.Items(25), new InventoryOptions { MaxBatchItems = 10 }, Cancellation);

        Assert.Equal([5, 10, 10], meta.Posted.Select(ids => ids.Length).Order());
        Assert.Equal(25, meta.Posted.SelectMany(ids => ids).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((25, 25, 3), (report.Read, report.Accepted, report.Batches));
    }

    [Fact]
    public async Task UploadAsync_ItemsThatCannotBeWritten_AreNamedAndTheOthersGoOn()
    {
        using BatchMeta meta = new();

        InventoryReport report = await meta.Inventory.UploadAsync(
            BatchMeta.Items(5_000).Select((item, i) => i switch
            {
                7 => item with { Price = new Money(1, "XXQ") },
                8 => item with { Price = new Money(1, default(Currency)) },
                9 => null!,
                10 => item with { Color = "half \uD83C" },
                11 => item with { Title = "half \uDF4E" },
                12 => item with { SalePrice = new Money(0, "USD") },
                13 => item with { AdditionalImageLinks = [null!] },
                14 => item with { OtherFields = new Dictionary<string, string> { ["\uD83C"] = "x", [" "] = null! } },
                _ => item,
            }),
            cancellationToken: Cancellation);

        Assert.Equal([7, 8, 9, 10, 11, 12, 13, 14], report.Rejected.Select(item => item.Position));
        Assert.All(report.Rejected, item => Assert.Equal(RejectionStage.BeforeSending, item.Stage));
        Assert.Equal(
            [.. ((int[])[7, 8]).Select(BatchMeta.Id), null, .. ((int[])[10, 11, 12, 13, 14]).Select(BatchMeta.Id)],
            report.Rejected.Select(item => item.RetailerId.Value));
        Assert.Contains("ISO 4217 lists no currency 'XXQ'", report.Rejected[0].Reasons[0], StringComparison.Ordinal);
        Assert.Equal((5_000, 4_992), (report.Read, report.Accepted));
    }

    [Theory]
    [InlineData("""{"handles":["handle-0"],"validation_status":[{"errors":[{"message":"Bad"}]}]}""")]
    [InlineData("""{"handles":["handle-0"],"validation_status":["Bad"]}""")]
    [InlineData("""{"handles":"handle-0","validation_status":{"0":{"retailer_id":"other","errors":"Bad"}}}""")]
    [InlineData("""{"handles":[],"validation_status":[{"retailer_id":"","errors":{"message":"Bad"},"warnings":[null]}]}""")]
    public async Task UploadAsync_ErrorThatNamesNoItem_LeavesNoneForTaken(string answer)
    {
        using BatchMeta meta = new() { OnPost = (_, _) => StubMeta.Ok(answer) };

        InventoryReport report = await meta.Inventory.UploadAsync(BatchMeta.Items(2), cancellationToken: Cancellation);

        UnconfirmedBatch unconfirmed = Assert.Single(report.Unconfirmed);
        Assert.Equal((0, false, 2), (report.Accepted, report.IsComplete, unconfirmed.Items.Count));
        Assert.Contains("Bad", unconfirmed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UploadAsync_OddErrorOfOneItem_IsToldAndTheOthersAreTaken()
    {
        using BatchMeta meta = new()
        {
            OnPost = (_, _) =>
                StubMeta.Ok(
                    """{"handles":["handle-0"],"validation_status":[null,{"retailer_id":"sku-0001","errors":{"0":"Bad","2":{"code":5}}"""
                        + ""","warnings":""}]}"""),
        };

        InventoryReport report =
            await meta.Inventory.UploadAsync(BatchMeta.Items(3), new InventoryOptions { ExplainRejections = false }, Cancellation);

        Assert.Equal("sku-0001: Bad {\"code\":5}", Assert.Single(report.Rejected).ToString());
        Assert.Equal(2, report.Accepted);
    }

    [Fact]
    public async Task UploadAsync_MoreThanABatchHolds_SplitsByBytes()
    {
        using BatchMeta meta = new();

        await meta.Inventory.UploadAsync(BatchMeta.Items(18), new InventoryOptions { MaxBatchBytes = 2_000 }, Cancellation);

        Assert.All(
            meta.Requests.Where(request => request.Method == HttpMethod.Post),
            request => Assert.InRange(request.Body.Length, 1_000, 2_000));
        Assert.Equal(18, meta.Posted.Sum(ids => ids.Length));
    }

    [Fact]
    public async Task UploadAsync_ItemThatNoBatchHolds_IsNotSent()
    {
        using BatchMeta meta = new();

        InventoryReport report = await meta.Inventory.UploadAsync(
            new[] { BatchMeta.Item(0), BatchMeta.Item(1) with { Description = new string('x', 1_500) } }.ToAsyncEnumerable(),
            new InventoryOptions { MaxBatchBytes = 2_000 },
            Cancellation);

        Assert.Contains(
            "more than half of what a whole batch may have",
            Assert.Single(Assert.Single(report.Rejected).Reasons),
            StringComparison.Ordinal);
        Assert.Equal(["sku-0000"], Assert.Single(meta.Posted));
    }

    [Fact]
    public async Task UploadAsync_ItemsThatBreakRules_AreNamedAndNotSent()
    {
        using BatchMeta meta = new();
        CatalogItem[] items = [
            BatchMeta.Item(0),
            BatchMeta.Item(1) with { Title = null, Price = null },
            new CatalogItem { RetailerId = default },
            BatchMeta.Item(3) with { Title = "\ud800" }];

        InventoryReport report = await meta.Inventory.UploadAsync(items.ToAsyncEnumerable(), cancellationToken: Cancellation);

        Assert.Equal(["sku-0000"], Assert.Single(meta.Posted));
        Assert.Equal([1, 2, 3], report.Rejected.Select(item => item.Position));
        Assert.All(report.Rejected, item => Assert.Equal(RejectionStage.BeforeSending, item.Stage));
        Assert.Equal(["title", "price"], report.Rejected[0].Reasons.Select(reason => reason.Split(':')[0]));
        Assert.Equal((4, 1, false), (report.Read, report.Accepted, report.IsComplete));
    }

    [Fact]
    public async Task UploadAsync_Duplicate_SendsTheFirstAndNamesTheOther()
    {
        using BatchMeta meta = new();
        CatalogItem[] items = [BatchMeta.Item(0) with { Title = "first" }, BatchMeta.Item(1), BatchMeta.Item(0) with { Title = "second" }];

        InventoryReport report =
            await meta.Inventory.UploadAsync(items.ToAsyncEnumerable(), new InventoryOptions { MaxBatchItems = 1 }, Cancellation);

        RejectedItem rejected = Assert.Single(report.Rejected);
        Assert.Equal((2, "sku-0000"), (rejected.Position, rejected.RetailerId.Value));
        Assert.Contains("once more", Assert.Single(rejected.Reasons), StringComparison.Ordinal);
        Assert.DoesNotContain(meta.Requests, request => request.Body.Contains("second", StringComparison.Ordinal));
    }

    [Fact]
    public async Task UploadAsync_VariantsOfOneGroupThatDifferInNothing_SendsTheFirstAndNamesTheOther()
    {
        using BatchMeta meta = new();
        CatalogItem[] items =
        [
            BatchMeta.Item(0) with { GroupId = "shirt", Color = "red" },
            BatchMeta.Item(1) with { GroupId = "shirt", Color = "red", Title = "Another title" },
            BatchMeta.Item(2) with { GroupId = "shirt", Color = "red", Size = "M" },
            BatchMeta.Item(3) with { GroupId = "shirt", Color = "red",
                OtherFields = new Dictionary<string, string> { ["age_group"] = "kids" } },
            BatchMeta.Item(4) with { GroupId = "other shirt", Color = "red" },
            BatchMeta.Item(5),
            BatchMeta.Item(6),
        ];

        InventoryReport report = await meta.Inventory.UploadAsync(items.ToAsyncEnumerable(), cancellationToken: Cancellation);

        RejectedItem rejected = Assert.Single(report.Rejected);
        Assert.Equal((1, "sku-0001", RejectionStage.BeforeSending), (rejected.Position, rejected.RetailerId.Value, rejected.Stage));
        Assert.StartsWith("item_group_id:", Assert.Single(rejected.Reasons), StringComparison.Ordinal);
        Assert.Equal(6, report.Accepted);
    }

    [Fact]
    public async Task UploadAsync_VariantLikeOneThatWasNotSent_IsSent()
    {
        using BatchMeta meta = new();
        CatalogItem variant = BatchMeta.Item(1) with { GroupId = "shirt", Color = "red" };

        InventoryReport report = await meta.Inventory.UploadAsync(
            new[] { BatchMeta.Item(0) with { GroupId = "shirt", Color = "red", Price = null }, variant }.ToAsyncEnumerable(),
            cancellationToken: Cancellation);

        Assert.Equal(["sku-0001"], Assert.Single(meta.Posted));
        Assert.Equal(0, Assert.Single(report.Rejected).Position);
    }

    [Fact]
    public async Task ApplyAsync_ChangesOfTwoVariantsToTheSameColor_AreSent()
    {
        using BatchMeta meta = new();
        CatalogChange[] changes =
        [
            CatalogChange.Update(new CatalogItem { RetailerId = "sku-0000", GroupId = "shirt", Color = "red" }),
            CatalogChange.Update(new CatalogItem { RetailerId = "sku-0001", GroupId = "shirt", Color = "red" }),
        ];

        InventoryReport report = await meta.Inventory.ApplyAsync(changes.ToAsyncEnumerable(), cancellationToken: Cancellation);

        Assert.Equal((2, 0), (report.Accepted, report.Rejected.Count));
    }

    [Fact]
    public async Task UploadAsync_DuplicateOfAnItemThatWasNotSent_IsSent()
    {
        using BatchMeta meta = new();

        InventoryReport report = await meta.Inventory.UploadAsync(
            new[] { BatchMeta.Item(0) with { Price = null }, BatchMeta.Item(0) }.ToAsyncEnumerable(), cancellationToken: Cancellation);

        Assert.Equal(["sku-0000"], Assert.Single(meta.Posted));
        Assert.Equal(0, Assert.Single(report.Rejected).Position);
    }

    [Fact]
    public async Task UploadAsync_RefusedAtOnce_IsNamedWithEveryReason()
    {
        using BatchMeta meta = new()
        {
            OnPost = (_, _) => StubMeta.Ok(
                """{"handles":["handle-0"],"validation_status":[{"retailer_id":"sku-0001","errors":[{"message":"No."},"""
                    + """{"message":"Really."}]},{"retailer_id":"sku-0002","warnings":[{"message":"Hm."}]}]}"""),
        };

        InventoryReport report = await meta.Inventory.UploadAsync(BatchMeta.Items(3), cancellationToken: Cancellation);

        RejectedItem rejected = Assert.Single(report.Rejected);
        Assert.Equal((1, RejectionStage.ByMeta), (rejected.Position, rejected.Stage));
        Assert.Equal(["No.", "Really."], rejected.Reasons);
        Assert.Equal("sku-0002: Hm.", Assert.Single(report.Warnings).ToString());
        Assert.Equal(2, report.Accepted);
    }

    [Fact]
    public async Task UploadAsync_MoreErrorsThanTheStatusShows_EachIsExplained()
    {
        using BatchMeta meta = new();
        meta.OnStatus = (ids, _) => BatchMeta.Refused([.. ids.Where(IsBad)], sample: 3);

        InventoryReport report = await meta.Inventory.UploadAsync(BatchMeta.Items(100), cancellationToken: Cancellation);

        Assert.Equal(10, report.Rejected.Count);
        Assert.All(report.Rejected, item => Assert.Equal([$"{item.RetailerId} is no good."], item.Reasons));
        Assert.Equal([1, 3, 3, 100], meta.Posted.Select(ids => ids.Length).Order());
        Assert.Equal(90, report.Accepted);

        static bool IsBad(string id) => id.EndsWith('0');
    }

    [Fact]
    public async Task UploadAsync_NotExplained_IsNamedAllTheSame()
    {
        using BatchMeta meta = new();
        meta.OnStatus = (ids, _) => BatchMeta.Refused([.. ids.Take(5)], sample: 2);

        InventoryReport report =
            await meta.Inventory.UploadAsync(BatchMeta.Items(10), new InventoryOptions { ExplainRejections = false }, Cancellation);

        Assert.Single(meta.Posted);
        Assert.Equal(5, report.Rejected.Count);
        Assert.All(report.Rejected.Skip(2), item => Assert.Contains("sample", Assert.Single(item.Reasons), StringComparison.Ordinal));
    }

    [Fact]
    public async Task UploadAsync_RefusedAndThenTaken_IsTaken()
    {
        using BatchMeta meta = new();
        meta.OnStatus = (ids, before) => before == 0 ? BatchMeta.Refused([.. ids.Take(4)], sample: 2) : null;

        InventoryReport report = await meta.Inventory.UploadAsync(BatchMeta.Items(10), cancellationToken: Cancellation);

        Assert.Equal(["sku-0000", "sku-0001"], report.Rejected.Select(item => item.RetailerId.Value));
        Assert.Equal(8, report.Accepted);
    }

    [Fact]
    public async Task UploadAsync_ErrorsThatNameNoItem_IsUnconfirmed()
    {
        using BatchMeta meta = new();
        meta.OnStatus = (_, _) =>
            BatchMeta.Status("\"handle\":\"handle-0\",\"status\":\"finished\",\"errors\":[{\"message\":\"Oh.\"}],\"errors_total_count\":2");

        InventoryReport report = await meta.Inventory.UploadAsync(BatchMeta.Items(3), cancellationToken: Cancellation);

        UnconfirmedBatch batch = Assert.Single(report.Unconfirmed);
        Assert.Equal(("handle-0", 3), (batch.Handle, batch.Items.Count));
        Assert.Equal((0, false), (report.Accepted, report.IsComplete));
    }

    [Fact]
    public async Task UploadAsync_HandleThatNeverEnds_IsUnconfirmedAndTheOthersAreTaken()
    {
        using BatchMeta meta = new();
        meta.OnStatus = (ids, _) => ids.Contains("sku-0000") ? BatchMeta.Status("\"status\":\"started\"") : null;

        InventoryReport report = await meta.Inventory.UploadAsync(
            BatchMeta.Items(20), new InventoryOptions { MaxBatchItems = 10, MaxBatchWait = TimeSpan.FromMinutes(10) }, Cancellation);

        UnconfirmedBatch batch = Assert.Single(report.Unconfirmed);
        Assert.Contains("'started'", batch.Reason, StringComparison.Ordinal);
        Assert.Equal(10, batch.Items.Count);
        Assert.Equal((20, 10, false), (report.Read, report.Accepted, report.IsComplete));
    }

    [Fact]
    public async Task UploadAsync_NoHandle_IsUnconfirmed()
    {
        using BatchMeta meta = new() { OnPost = (_, _) => StubMeta.Ok("""{"handles":[]}""") };

        InventoryReport report = await meta.Inventory.UploadAsync(BatchMeta.Items(3), cancellationToken: Cancellation);

        Assert.Null(Assert.Single(report.Unconfirmed).Handle);
        Assert.Equal(0, report.Accepted);
    }

    [Fact]
    public async Task UploadAsync_TooMuchData_IsHalvedAtOnce()
    {
        using BatchMeta meta = new() { OnPost = (ids, _) => ids.Length > 25 ? TooMuch() : null };

        InventoryReport report = await meta.Inventory.UploadAsync(BatchMeta.Items(100), cancellationToken: Cancellation);

        Assert.Equal([100, 50, 25, 25, 50, 25, 25], meta.Posted.Select(ids => ids.Length));
        Assert.Equal((100, TimeSpan.Zero), (report.Accepted, meta.Time.Elapsed));
    }

    [Fact]
    public async Task UploadAsync_OneItemIsTooMuchData_IsRejected()
    {
        using BatchMeta meta = new() { OnPost = (ids, _) => ids.Contains("sku-0001") ? TooMuch() : null };

        InventoryReport report = await meta.Inventory.UploadAsync(BatchMeta.Items(4), cancellationToken: Cancellation);

        RejectedItem rejected = Assert.Single(report.Rejected);
        Assert.Equal(("sku-0001", RejectionStage.ByMeta), (rejected.RetailerId.Value, rejected.Stage));
        Assert.Contains("reduce the amount of data", Assert.Single(rejected.Reasons), StringComparison.Ordinal);
        Assert.Equal(3, report.Accepted);
    }

    [Fact]
    public async Task UploadAsync_Throttled_WaitsAsLongAsMetaSays()
    {
        using BatchMeta meta =
            new() { OnPost = (_, before) => before == 0 ? StubMeta.Error(80014, headers: ("Retry-After", "600")) : null };

        InventoryReport report = await meta.Inventory.UploadAsync(BatchMeta.Items(3), cancellationToken: Cancellation);

        Assert.True(report.IsComplete);
        Assert.Equal(TimeSpan.FromMinutes(10), Assert.Single(meta.Time.Skipped));
    }

    [Fact]
    public async Task UploadAsync_ThrottledWhileItAsks_GoesOnAsking()
    {
        using BatchMeta meta = new() { OnStatus = (_, before) => before == 0 ? StubMeta.Error(4, headers: ("Retry-After", "600")) : null };

        InventoryReport report = await meta.Inventory.UploadAsync(BatchMeta.Items(3), cancellationToken: Cancellation);

        Assert.True(report.IsComplete);
        Assert.Single(meta.Posted);
    }

    [Fact]
    public async Task UploadAsync_ThrottledForLongerThanMayBeWaited_EndsAtOnceAndSaysSo()
    {
        using BatchMeta meta = new() { OnPost = (_, _) => StubMeta.Error(80014, headers: ("Retry-After", "7200")) };

        InventoryUploadException exception = await Assert.ThrowsAsync<InventoryUploadException>(
            () => meta.Inventory.UploadAsync(BatchMeta.Items(3), cancellationToken: Cancellation));

        Assert.Equal(TimeSpan.FromHours(2), Assert.IsType<GraphThrottledException>(exception.InnerException).RetryAfter);
        Assert.Empty(meta.Time.Skipped);
    }

    [Fact]
    public async Task UploadAsync_Progress_NeverGoesBack()
    {
        using BatchMeta meta = new();
        List<InventoryProgress> told = [];

        await meta.Inventory.UploadAsync(BatchMeta.Items(100), new InventoryOptions
        {
            MaxBatchItems = 3,
            Progress = new Listener(told)
        }, Cancellation);

        Assert.Equal(34, told.Count);
        Assert.Equal(told.Select(one => one.Settled).Order(), told.Select(one => one.Settled));
        Assert.Equal((100, 100), (told[^1].Accepted, told[^1].Read));
    }

    [Fact]
    public void ItemsPerSecond_Resumed_CountsThisRunOnly() =>
        Assert.Equal(10, new InventoryProgress
        {
            Read = 500,
            Accepted = 190,
            Rejected = 10,
            Resumed = 100,
            Elapsed = TimeSpan.FromSeconds(10)
        }.ItemsPerSecond);

    [Theory, InlineData(0, 1, "MaxBatchItems"), InlineData(5_001, 1, "MaxBatchItems"), InlineData(1, 0, "MaxBatchesInFlight")]
    public async Task UploadAsync_OptionOutOfItsLimits_SaysWhich(int items, int inFlight, string option)
    {
        using BatchMeta meta = new();

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => meta.Inventory.UploadAsync(
            BatchMeta.Items(1), new InventoryOptions { MaxBatchItems = items, MaxBatchesInFlight = inFlight }, Cancellation));

        Assert.Contains(option, exception.Message, StringComparison.Ordinal);
        Assert.Empty(meta.Requests);
    }

    private static HttpResponseMessage TooMuch() => StubMeta.Answer(
        System.Net.HttpStatusCode.InternalServerError,
        """{"error":{"message":"Please reduce the amount of data you're asking for, then retry your request","code":1}}""");

    private sealed class Listener(List<InventoryProgress> told) : IProgress<InventoryProgress>
    {
        public void Report(InventoryProgress value) => told.Add(value);
    }
}

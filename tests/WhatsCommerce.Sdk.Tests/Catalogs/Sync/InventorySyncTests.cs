using System.Net;
using System.Text.Json;

using WhatsCommerce.Catalogs;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Catalogs;

/// <summary>A sync sends what differs, and nothing else.</summary>
public sealed class InventorySyncTests : IDisposable
{
    private const string AppleBack =
        """{"id":"1","retailer_id":"apple-1kg","name":"Apples, 1 kg","description":"Crisp and red.","availability":"IN """
            + """STOCK","condition":"new","price":"$9.99","currency":"USD","url":"https://shop.example/"""
            + """apple","image_url":"https://shop.example/apple.jpg","visibility":"published"}""";

    private readonly List<string> _catalog = [AppleBack];
    private readonly StubMeta _meta;
    private readonly TestClient _client;
    private int _failures;
    private int _failureCode;

    public InventorySyncTests()
    {
        _meta = new StubMeta(Answer);
        _client = new TestClient(
            new Uri("https://graph.facebook.com/"),
            options =>
            {
                options.CatalogId = "1040";
                options.Retry.Enabled = false;
            },
            _meta,
            new FakeTimeProvider { Skips = due => due < TimeSpan.FromSeconds(20) });
    }

    private static CatalogItem Apple => CatalogItemTests.Apple;

    /// <summary>What was sent: <c>UPDATE apple-1kg</c>.</summary>
    private IEnumerable<string> Sent => Posted.Select(
        change => $"{change.GetProperty("method")} {change.GetProperty("data").GetProperty("id")}").Order(StringComparer.Ordinal);

    private IEnumerable<JsonElement> Posted => _meta.Requests
        .Where(request => request.Method == HttpMethod.Post)
        .SelectMany(request => JsonElement.Parse(request.Body).GetProperty("requests").EnumerateArray());

    [Fact]
    public async Task Sync_CatalogHasTheSame_SendsNothing()
    {
        InventorySyncResult result = await SyncAsync([Apple]);

        Assert.Equal((1, 0, 0, 1, true), (result.Read, result.Added, result.Changed, result.Unchanged, result.IsComplete));
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task Sync_SourceSaysLess_ComparesOnlyThat()
    {
        InventorySyncResult result = await SyncAsync([new CatalogItem { RetailerId = "apple-1kg", Price = new Money(9.99m, "USD") }]);

        Assert.Equal(1, result.Unchanged);
    }

    [Fact]
    public async Task Sync_SourceSaysWhatCannotBeReadBack_MakesNoDifferenceAndIsCounted()
    {
        InventorySyncResult result = await SyncAsync([Apple with { OtherFields = new Dictionary<string, string>
        {
            ["internal_label"] = "x",
            ["custom_label_0"] = ""
        } }]);

        Assert.Equal(1, result.Unchanged);
        Assert.Equal(KeyValuePair.Create("internal_label", 1L), Assert.Single(result.NotCompared));
    }

    [Fact]
    public async Task Sync_NewAndChanged_SendsBothAndLeavesTheRest()
    {
        _catalog.Add(AppleBack.Replace("apple-1kg", "pear", StringComparison.Ordinal).Replace("\"1\"", "\"2\"", StringComparison.Ordinal));

        InventorySyncResult result = await SyncAsync(
            [Apple with { Price = new Money(10m, "USD") }, Apple with { RetailerId = "plum" }, Apple with { RetailerId = "pear" }]);

        Assert.Equal(["UPDATE apple-1kg", "UPDATE plum"], Sent);
        Assert.Equal("10.00 USD", Posted.Select(change => change.GetProperty("data"))
            .Single(data => data.GetProperty("id").GetString() == "apple-1kg")
            .GetProperty("price")
            .GetString());
        Assert.Equal((1, 1, 1, 0), (result.Added, result.Changed, result.Unchanged, result.Deleted));
        Assert.Equal(2, result.Report.Accepted);
    }

    public static TheoryData<string, decimal, string, bool> Prices => new()
    {
        { "$9.99", 9.99m, "USD", true },
        { "$9.99", 9.98m, "USD", false },
        { "0,30\u00a0€", 0.1m * 3, "EUR", true },
        { "¥500", 500m, "JPY", true },
        { "¥501", 500m, "JPY", false },
        { "R$ 1.234,50", 1234.5m, "BRL", true },
        { "KWD0.300", 0.1m * 3, "KWD", true },

        // One dinar and a bit, or a thousand: to be sure it is sent.
        { "KWD1.234", 1.234m, "KWD", false },
    };

    [Theory, MemberData(nameof(Prices))]
    public async Task Sync_Price_IsComparedExactlyInEveryCulture(string text, decimal price, string currency, bool isSame)
    {
        _catalog[0] = $$"""{"id":"1","retailer_id":"apple-1kg","price":"{{text}}","currency":"{{currency}}"}""";

        InventorySyncResult result = await ForeignCulture.Run(() => SyncAsync([new CatalogItem
        {
            RetailerId = "apple-1kg",
            Price = new Money(price, currency)
        }]));

        Assert.Equal(isSame ? 1 : 0, result.Unchanged);
    }

    [Fact]
    public async Task Sync_IgnoredField_MakesNoDifference()
    {
        InventorySyncResult result = await SyncAsync(
            [Apple with { ImageLink = "https://cdn.example/1.jpg" }], new InventorySyncOptions { Ignore = CatalogItemFields.ImageLink });

        Assert.Equal(1, result.Unchanged);
    }

    [Fact]
    public async Task Sync_MissingInSource_StaysUnlessToldOtherwise()
    {
        InventorySyncResult result = await SyncAsync([Apple with { RetailerId = "plum" }]);

        Assert.Equal(["UPDATE plum"], Sent);
        Assert.Equal((1, 0), (result.Missing, result.Deleted));
    }

    [Fact]
    public async Task Sync_DeleteMissing_Deletes()
    {
        InventorySyncResult result = await SyncAsync(
            [Apple with { RetailerId = "plum" }], new InventorySyncOptions { DeleteMissing = true, MaxDeletedShare = 1 });

        Assert.Equal(["DELETE apple-1kg", "UPDATE plum"], Sent);
        Assert.Equal(1, result.Deleted);
    }

    [Fact]
    public async Task Sync_WouldDeleteTooMuch_DeletesNothingAndSaysSo()
    {
        InventorySyncRefusedException refused = await Assert.ThrowsAsync<InventorySyncRefusedException>(
            () => SyncAsync([Apple with { RetailerId = "plum" }], new InventorySyncOptions { DeleteMissing = true }));

        Assert.Equal(["UPDATE plum"], Sent);
        Assert.Equal((1, 1, 0), (refused.Result.Added, refused.Result.Missing, refused.Result.Deleted));
        Assert.Contains("lacks 1 of its 1 item, more than MaxDeletedShare (20 %)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sync_EmptySource_IsRefused()
    {
        InventorySyncRefusedException refused = await Assert.ThrowsAsync<InventorySyncRefusedException>(
            () => SyncAsync([], new InventorySyncOptions { DeleteMissing = true, MaxDeletedShare = 1 }));

        Assert.Empty(Sent);
        Assert.Contains(nameof(InventorySyncOptions.AllowEmptySource), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sync_EmptySourceAllowed_EmptiesTheCatalog()
    {
        await SyncAsync([], new InventorySyncOptions { DeleteMissing = true, AllowEmptySource = true });

        Assert.Equal(["DELETE apple-1kg"], Sent);
    }

    [Fact]
    public async Task Sync_SourceFails_DeletesNothing()
    {
        static async IAsyncEnumerable<CatalogItem> Broken()
        {
            await Task.Yield();
            yield return Apple with { RetailerId = "plum" };
            throw new InvalidDataException("The file ends in the middle of a row.");
        }

        InventoryUploadException failed = await Assert.ThrowsAsync<InventoryUploadException>(
            () => _client.Client.Catalogs.Inventory.SyncAsync(Broken(), new InventorySyncOptions
            {
                DeleteMissing = true,
                MaxDeletedShare = 1
            }, TestContext.Current.CancellationToken));

        Assert.IsType<InvalidDataException>(failed.InnerException);
        Assert.DoesNotContain("DELETE apple-1kg", Sent);
    }

    [Fact]
    public async Task Sync_ItemTwice_TakesTheFirstAndTellsTheSecond()
    {
        InventorySyncResult result = await SyncAsync(
            [Apple, Apple with { Title = "Pears" }, Apple with { RetailerId = "plum" }, Apple with { RetailerId = "plum" }]);

        Assert.Equal(["UPDATE plum"], Sent);
        Assert.Equal(["apple-1kg", "plum"], result.Duplicates.Select(id => id.Value));
        Assert.False(result.IsComplete);
    }

    [Fact]
    public async Task Sync_BadItem_IsNamedAndNotDeleted()
    {
        InventorySyncResult result =
            await SyncAsync([Apple with { Title = new string('x', 201) }], new InventorySyncOptions { DeleteMissing = true });

        Assert.Equal("apple-1kg", Assert.Single(result.Report.Rejected).RetailerId.Value);
        Assert.Empty(Sent);
        Assert.False(result.IsComplete);
    }

    [Fact]
    public async Task Sync_CursorExpires_ReadsTheCatalogOnceMore()
    {
        (_failures, _failureCode) = (2, 131059);

        InventorySyncResult result = await SyncAsync([Apple]);

        Assert.Equal(1, result.Unchanged);
    }

    [Theory]
    [InlineData(131059, typeof(GraphPagingException))]
    [InlineData(200, typeof(GraphPermissionException))]
    [InlineData(803, typeof(GraphInvalidRequestException))]
    public async Task Sync_CatalogCannotBeRead_ThrowsAndSendsNothing(int code, Type expected)
    {
        (_failures, _failureCode) = (int.MaxValue, code);

        Assert.IsType(
            expected, await Assert.ThrowsAnyAsync<GraphException>(() => SyncAsync([Apple with { Price = new Money(1m, "USD") }])));
        Assert.Empty(Sent);
    }

    public static TheoryData<InventorySyncOptions> BadOptions =>
    [
        new InventorySyncOptions { MaxDeletedShare = double.NaN },
        new InventorySyncOptions { MaxDeletedShare = 1.1 },
        new InventorySyncOptions { PageSize = 0 },
        new InventorySyncOptions { Upload = null! },
        new InventorySyncOptions { Upload = new() { MaxBatchItems = 0 } },
        new InventorySyncOptions { Upload = new() { Checkpoint = new FileUploadCheckpointStore("x.json") } },
    ];

    [Theory, MemberData(nameof(BadOptions), DisableDiscoveryEnumeration = true)]
    public async Task Sync_BadOptions_Throws(InventorySyncOptions options) =>
        await Assert.ThrowsAsync<ArgumentException>(() => SyncAsync([Apple], options));

    public void Dispose()
    {
        _client.Dispose();
        _meta.Dispose();
    }

    private Task<InventorySyncResult> SyncAsync(CatalogItem[] source, InventorySyncOptions? options = null) =>
        _client.Client.Catalogs.Inventory.SyncAsync(source.ToAsyncEnumerable(), options, TestContext.Current.CancellationToken);

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        string path = request.RequestUri!.AbsolutePath;
        if (path.EndsWith("/items_batch", StringComparison.Ordinal))
        {
            return StubMeta.Ok("""{"handles":["h"]}""");
        }

        if (path.EndsWith("/check_batch_request_status", StringComparison.Ordinal))
        {
            return StubMeta.Ok(
                """{"data":[{"handle":"h","status":"finished","errors_total_count":0,"warnings_total_count":0,"ids_of_invalid_requests":"""
                    + """[]}]}""");
        }

        return _failures-- > 0
            ? StubMeta.Error(_failureCode)
            : StubMeta.Answer(HttpStatusCode.OK, $$"""{"data":[{{string.Join(',', _catalog)}}]}""");
    }
}

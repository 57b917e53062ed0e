using WhatsCommerce.Catalogs;
using WhatsCommerce.Sdk.Tests.Http;

namespace WhatsCommerce.Sdk.Tests.Catalogs;

/// <summary>A product in an odd shape is named, read as far as it can be, and does not keep its neighbours from being read.</summary>
public class MalformedProductsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> OddMembers => new()
    {
        { "sale_price", "0" },
        { "sale_price", "{\"amount\":1}" },
        { "importer_address", "[]" },
        { "importer_address", "\"\"" },
        { "importer_address", "true" },
        { "importer_address", "{\"city\":[1]}" },
        { "brand", "true" },
        { "brand", "12" },
        { "name", "[\"Apples\"]" },
        { "name", "\"\\ud83c\"" },
        { "currency", "{}" },
        { "availability", "true" },
        { "review_status", "{\"status\":\"approved\"}" },
        { "review_rejection_reasons", "\"\"" },
        { "review_rejection_reasons", "[1,{}]" },
        { "capability_to_review_status", "\"WHATSAPP\"" },
        { "errors", "[\"bad\"]" },
        { "quantity_to_sell_on_facebook", "\"\"" },
        { "quantity_to_sell_on_facebook", "1.5" },
        { "additional_image_urls", "\"https://shop.example/2.jpg\"" },
        { "additional_variant_attributes", "\"Scent:Lemon\"" },
        { "parent_product_id", "[]" },
        { "image_fetch_status", "{}" },
    };

    [Theory, MemberData(nameof(OddMembers))]
    public async Task ListAsync_OddMember_IsNamedAndKeptAndTheRestIsRead(string member, string json)
    {
        using CatalogApi api =
            new(StubMeta.Ok(
                $$"""{"data":[{"id":"1","retailer_id":"a"},{"id":"2","retailer_id":"b","url":"https://shop.example/b","{{member}}":"""
                    + $$"""{{json}}},{"id":"3","retailer_id":"c"}]}"""));

        Page<Product> page = Assert.Single(
            await CatalogApi.ToListAsync(api.Products.ListAsync(cancellationToken: Cancellation).AsPages(cancellationToken: Cancellation)));

        Assert.Equal(["a", "b", "c"], page.Items.Select(product => product.RetailerId.Value));
        Product odd = page.Items[1];
        Assert.Equal("https://shop.example/b", odd.Url);
        Assert.Equal([member], odd.MalformedFields);
        Assert.Equal(json, odd.OtherFields[member].GetRawText());
        MalformedItem item = Assert.Single(page.Malformed);
        Assert.Equal((1, "2", "b", true), (item.Position, item.Id, item.RetailerId.Value, item.IsListed));
        Assert.Equal($"item 2 (b): {member}", item.ToString());
    }

    [Fact]
    public async Task ListAsync_NumbersForTexts_AreReadAllTheSame()
    {
        using CatalogApi api = new(StubMeta.Ok(
            """{"data":[{"id":1,"retailer_id":17,"name":7,"sale_price":0,"currency":"USD","quantity_to_sell_on_facebook":"12"}]}"""));

        Product product = Assert.Single(await CatalogApi.ToListAsync(api.Products.ListAsync(cancellationToken: Cancellation)));

        Assert.Equal(("1", "17", "7", 12), (product.Id.Value, product.RetailerId.Value, product.Name, product.Quantity));
        Assert.Equal(("0", null), (product.SalePriceText, product.SalePrice));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("true")]
    [InlineData("5")]
    [InlineData("[]")]
    public async Task ListAsync_SomethingThatIsNoProduct_IsNamedByItsPlace(string json)
    {
        using CatalogApi api = new(StubMeta.Ok($$"""{"data":[{"id":"1"},{{json}},{"id":"3"}]}"""));

        Page<Product> page = Assert.Single(
            await CatalogApi.ToListAsync(api.Products.ListAsync(cancellationToken: Cancellation).AsPages(cancellationToken: Cancellation)));

        Assert.Equal(["1", "3"], page.Items.Select(product => product.Id.Value));
        MalformedItem item = Assert.Single(page.Malformed);
        Assert.Equal((1, false, json), (item.Position, item.IsListed, item.Json.GetRawText()));
    }

    [Fact]
    public async Task ListAsync_ListWithGapsAndNoPaging_IsReadAsPhpPrintsIt()
    {
        using CatalogApi api = new(StubMeta.Ok("""{"data":{"0":{"id":"1"},"2":{"id":"3"}},"paging":[]}"""));

        Assert.Equal(
            ["1", "3"],
            (await CatalogApi.ToListAsync(api.Products.ListAsync(cancellationToken: Cancellation))).Select(product => product.Id.Value));
    }

    [Fact]
    public async Task ListAsync_OddProductOnAPage_GoesOnWithTheNextPage()
    {
        using CatalogApi api = new(
            StubMeta.Ok(
                """{"data":[{"id":"1","brand":{}}],"paging":{"cursors":{"after":"c1"},"next":"https://graph.facebook.com/next"}}"""),
            StubMeta.Ok("""{"data":[{"id":"2"}]}"""));

        Assert.Equal(
            ["1", "2"],
            (await CatalogApi.ToListAsync(api.Products.ListAsync(cancellationToken: Cancellation))).Select(product => product.Id.Value));
    }

    [Theory]
    [InlineData("""{"data":[{"id":"1"},{"id":""")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    public async Task ListAsync_NoPageAtAll_IsAnError(string body)
    {
        using CatalogApi api = new(StubMeta.Ok(body));

        await Assert.ThrowsAnyAsync<GraphException>(() => CatalogApi.ToListAsync(api.Products.ListAsync(cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task GetAsync_OddMember_IsNamedAndTheRestIsRead()
    {
        using CatalogApi api = new(StubMeta.Ok("""{"id":"5","name":"Apples","importer_address":[]}"""));

        Product product = await api.Products.GetAsync("5", cancellationToken: Cancellation);

        Assert.Equal(("Apples", "importer_address"), (product.Name, Assert.Single(product.MalformedFields)));
    }

    [Fact]
    public async Task GetAsync_OddId_IsNoProduct()
    {
        using CatalogApi api = new(StubMeta.Ok("""{"id":{},"name":"Apples"}"""));

        await Assert.ThrowsAnyAsync<GraphException>(() => api.Products.GetAsync("5", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task FindAsync_OnTheSecondPage_IsFound()
    {
        using CatalogApi api = new(
            StubMeta.Ok(
                """{"data":[{"id":"4","retailer_id":"APPLE"}],"paging":{"cursors":{"after":"c1"}"""
                    + ""","next":"https://graph.facebook.com/next"}}"""),
            StubMeta.Ok("""{"data":[],"paging":{"cursors":{"after":"c2"},"next":"https://graph.facebook.com/next"}}"""),
            StubMeta.Ok("""{"data":[{"id":"5","retailer_id":"apple"}]}"""));

        Assert.Equal("5", (await api.Products.FindAsync("apple", cancellationToken: Cancellation))?.Id.Value);
    }

    [Theory]
    [InlineData("review_status")]
    [InlineData("availability")]
    [InlineData("visibility")]
    public async Task ListSendableAsync_WhatTellsCannotBeRead_KeepsThatProductBack(string member)
    {
        string page = $$"""{"data":[{"id":"1","retailer_id":"a","{{member}}":true},{"id":"2","retailer_id":"b"}]}""";
        using CatalogApi api = new(StubMeta.Ok(page), StubMeta.Ok(page));

        Assert.Equal(["b"], (await CatalogApi.ToListAsync(api.Products.ListSendableAsync(cancellationToken: Cancellation))).Select(
            product => product.RetailerId.Value));
    }

    [Fact]
    public async Task Watch_OddProducts_AreToldOfOnceAndTheOthersGoOn()
    {
        ReviewWatchOptions often = new() { Interval = TimeSpan.FromSeconds(2) };
        using CatalogApi api = new(
            Page(
                """{"id":"1","retailer_id":"a","review_status":"approved"}""",
                """{"id":"2","retailer_id":"b","review_status":"pending"}"""),
            Page("""{"id":"1","retailer_id":"a","review_status":true}""", """{"id":"2","retailer_id":"b","review_status":"approved"}"""),
            Page("""{"id":"1","retailer_id":"a","review_status":{}}""", """{"id":"2","retailer_id":"b","review_status":"approved"}"""),
            Page("""{"id":"1","retailer_id":"a","review_status":true}""", """{"id":"2","retailer_id":"b","review_status":"approved"}"""),
            Page(
                """{"id":"1","retailer_id":"a","review_status":"rejected"}""",
                """{"id":"2","retailer_id":"b","review_status":"approved"}"""));

        List<ReviewChange> changes = await api.Catalogs.Reviews.WatchAsync(often, Cancellation).Take(3).ToListAsync(Cancellation);

        Assert.Equal(
            ["Unclear: a: not readable", "Approved: b: approved", "Rejected: a: rejected"], changes.Select(change => change.ToString()));
        Assert.Equal(["review_status"], changes[0].Review.MalformedFields);
        Assert.Equal(ReviewStatus.Approved, changes[2].Previous);
    }

    [Fact]
    public async Task Watch_ItemWhoseIdCannotBeRead_IsNotTakenForRemoved()
    {
        ReviewWatchOptions often = new() { Interval = TimeSpan.FromSeconds(2) };
        HttpResponseMessage odd() => Page("""{"id":[],"retailer_id":"a","review_status":"approved"}""");
        using CatalogApi api = new(
            Page("""{"id":"1","retailer_id":"a","review_status":"approved"}"""),
            odd(),
            odd(),
            odd(),
            Page("""{"id":"1","retailer_id":"a","review_status":"rejected"}"""));

        ReviewChange change = await api.Catalogs.Reviews.WatchAsync(often, Cancellation).FirstAsync(Cancellation);

        Assert.Equal("Rejected: a: rejected", change.ToString());
    }

    [Fact]
    public async Task CheckBatch_OddErrors_AreReadAsFarAsTheyGo()
    {
        using CatalogApi api = new(StubMeta.Ok(
            """
            {"data":[{"handle":7,"status":"finished","errors":{"0":{"id":5,"line":"2","message":{"text":"Bad"}},"3":"No picture","4":null},
            "errors_total_count":"",
            "warnings":"","ids_of_invalid_requests":{"0":"a","2":17}}]}
            """));

        ItemsBatchStatus? status = await api.Products.FindBatchAsync("7", cancellationToken: Cancellation);

        Assert.Equal(["5: {\"text\":\"Bad\"}", "No picture"], status!.Errors.Select(error => error.ToString()));
        Assert.Equal((2, null), (status.Errors[0].Line, status.ErrorCount));
        Assert.Equal(["a", "17"], status.InvalidItems.Select(id => id.Value));
        Assert.Empty(status.Warnings);
    }

    [Fact]
    public async Task FollowUpload_CountThatCannotBeRead_IsNoSuccess()
    {
        using CatalogApi api = new(StubMeta.Ok("""{"id":"9","end_time":"2026-11-20T10:00:00+0000","error_count":{"high":1}}"""));

        FeedUpload upload = await api.Catalogs.Feeds.GetUploadAsync("9", Cancellation);

        Assert.Equal((true, false), (upload.HasEnded, upload.Succeeded));
    }

    private static HttpResponseMessage Page(params string[] products) => StubMeta.Ok($$"""{"data":[{{string.Join(',', products)}}]}""");
}

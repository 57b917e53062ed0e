using System.Text.Json;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Uploads of many items: handles that take time, errors of single items, and what goes wrong on request.</summary>
public sealed class BatchTests
{
    [Fact]
    public async Task Upload_GoodItems_AreInTheCatalogOnceTheHandleHasFinished()
    {
        await using Shop shop = await Shop.StartAsync();

        Answer uploaded = await shop.Upload($"{Shop.Create("apple")},{Shop.Create("banana")}");
        Answer before = await shop.Check(uploaded);
        int countBefore = shop.Cloud.Catalog.Count;
        shop.Pass();
        Answer after = await shop.Check(uploaded);

        Assert.Equal(0, uploaded.Json.GetProperty("validation_status").GetArrayLength());
        Assert.Equal(("started", 0), (before.Texts("status")[0], countBefore));
        Assert.Equal(("finished", "0"), (after.Texts("status")[0], after.Texts("errors_total_count")[0]));
        Assert.Equal(["apple", "banana"], shop.Cloud.Catalog.Items.Select(item => item.RetailerId.Value));
        Assert.Equal(new Money(3.49m, "USD"), shop.Cloud.Catalog.Items[0].Price);
        EmulatedBatch batch = Assert.Single(shop.Cloud.Batches.Items);
        Assert.Equal((2, 0, "finished"), (batch.ItemCount, batch.ErrorCount, batch.Status));
    }

    [Fact]
    public async Task Upload_BadItems_AreNamedAtOnceAndTheOthersPass()
    {
        await using Shop shop = await Shop.StartAsync();

        Answer uploaded = await shop.Upload(string.Join(',',
            Shop.Create("apple"),
            Shop.Create("comma", price: "3,49 USD"),
            """{"method":"CREATE","data":{"id":"bare"} }""",
            Shop.Create("odd", more: ""","availability":"perhaps" """, method: "UPDATE"),
            """{"method":"REPLACE","data":{"id":"verb"} }""",
            """{"method":"DELETE","data":{} }"""));
        shop.Pass();

        Dictionary<string, string> errors = uploaded.Json.GetProperty("validation_status").EnumerateArray()
            .ToDictionary(
                item => item.GetProperty("retailer_id").GetString()!,
                item => item.GetProperty("errors")[0].GetProperty("message").GetString()!);
        Assert.Contains("3,49 USD", errors["comma"], StringComparison.Ordinal);
        Assert.Contains("required field is missing: title", errors["bare"], StringComparison.Ordinal);
        Assert.Contains("perhaps", errors["odd"], StringComparison.Ordinal);
        Assert.Contains("REPLACE", errors["verb"], StringComparison.Ordinal);
        Assert.Contains("missing: id", errors[""], StringComparison.Ordinal);
        Assert.Equal(["apple"], shop.Cloud.Catalog.Items.Select(item => item.RetailerId.Value));
    }

    [Fact]
    public async Task Upload_NothingGood_GivesNoHandle()
    {
        await using Shop shop = await Shop.StartAsync();

        Answer uploaded = await shop.Upload("""{"method":"CREATE","data":{"id":"bare"} }""");

        uploaded.AssertAccepted();
        Assert.Equal(0, uploaded.Json.GetProperty("handles").GetArrayLength());
    }

    [Fact]
    public async Task Status_ItemsThatFailedLater_SamplesErrorsAndNamesAllIdsWhenAsked()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Batches.ErrorSample = 2;
        shop.Cloud.Batches.RefuseItem("i3", "The image is too small.");

        Answer uploaded = await shop.Upload(
            string.Join(',', Enumerable.Range(0, 4).Select(i => Shop.Create($"i{i}", more: i < 3 ? ""","link":"ftp://x/" """ : ""))));
        shop.Pass();
        Answer status = await shop.Check(uploaded);
        Answer withIds = await shop.Check(uploaded, "&load_ids_of_invalid_requests=true");

        JsonElement data = status.Json.GetProperty("data")[0];
        Assert.Equal(("finished", 4, 2), (data.GetProperty("status")
            .GetString(), data.GetProperty("errors_total_count").GetInt32(), data.GetProperty("errors").GetArrayLength()));
        Assert.Equal(
            (1, "i0"),
            (data.GetProperty("errors")[0].GetProperty("line").GetInt32(), data.GetProperty("errors")[0].GetProperty("id").GetString()));
        Assert.False(data.TryGetProperty("ids_of_invalid_requests", out _));
        Assert.Equal(
            ["i0", "i1", "i2", "i3"],
            withIds.Json.GetProperty("data")[0].GetProperty("ids_of_invalid_requests").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(0, shop.Cloud.Catalog.Count);
    }

    [Fact]
    public async Task Upload_PartialUpdate_ChangesWhatItNamesAndLeavesTheRest()
    {
        await using Shop shop = await Shop.StartAsync();
        await shop.Upload(Shop.Create("apple"));
        shop.Pass();

        await shop.Upload("""{"method":"UPDATE","data":{"id":"apple","price":"5 USD","availability":"out of stock"} }""");
        shop.Pass();

        EmulatedCatalogItem apple = Assert.Single(shop.Cloud.Catalog.Items);
        Assert.Equal(
            ("Item apple", "Good", 5m, ItemAvailability.OutOfStock),
            (apple.Title, apple.Description, apple.Price.Amount, apple.Availability));
    }

    [Fact]
    public async Task Upload_CreateOfAnItemThatIsThere_ReplacesItUnderItsId()
    {
        await using Shop shop = await Shop.StartAsync();
        await shop.Upload(Shop.Create("apple", more: ""","color":"red" """));
        shop.Pass();
        string id = (await shop.Get($"{Shop.Catalog}/products")).Texts("id")[0];

        await shop.Upload(Shop.Create("apple", "9 EUR"));
        shop.Pass();
        Answer product = await shop.Get($"{id}?fields=price,color,retailer_id");

        Assert.Equal(("€9.00", "apple"), (product.Text("price"), product.Text("retailer_id")));
        Assert.False(product.Json.TryGetProperty("color", out _));
    }

    [Fact]
    public async Task Upload_UpdateOfAnUnknownItem_IsAnErrorWithoutUpsertOnly()
    {
        await using Shop shop = await Shop.StartAsync();

        Answer strict = await shop.Upload(Shop.Create("apple", method: "UPDATE"), ""","allow_upsert":false""");
        Answer partial = await shop.Upload("""{"method":"UPDATE","data":{"id":"pear","price":"5 USD"} }""");
        Answer whole = await shop.Upload(Shop.Create("banana", method: "UPDATE"));
        shop.Pass();

        Assert.Equal(["1", "1", "0"], [await Errors(strict), await Errors(partial), await Errors(whole)]);
        Assert.Equal("banana", Assert.Single(shop.Cloud.Catalog.Items).RetailerId.Value);
        async Task<string> Errors(Answer uploaded) => (await shop.Check(uploaded)).Texts("errors_total_count")[0];
    }

    [Fact]
    public async Task Upload_DeletesAndDuplicates_AreWarnedOf()
    {
        await using Shop shop = await Shop.StartAsync();
        await shop.Upload($"{Shop.Create("apple")},{Shop.Create("banana")}");
        shop.Pass();

        Answer uploaded =
            await shop.Upload(
                $$"""{"method":"DELETE","data":{"id":"apple"} },{"method":"DELETE","data":{"id":"durian"} },"""
                    + $$"""{{Shop.Create("fig", "1 USD")}},{{Shop.Create("fig", "2 USD")}}""");
        shop.Pass();

        Answer status = await shop.Check(uploaded);
        Assert.Equal(("0", "2"), (status.Texts("errors_total_count")[0], status.Texts("warnings_total_count")[0]));
        Assert.Equal([("banana", 3.49m), ("fig", 2m)], shop.Cloud.Catalog.Items.Select(item => (item.RetailerId.Value, item.Price.Amount)));
    }

    [Fact]
    public async Task HoldCancelAndFail_NextBatches_EndSoAndChangeNothing()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Batches.HoldNext();
        shop.Cloud.Batches.CancelNext();
        shop.Cloud.Batches.FailNext();

        Answer[] uploaded = [await shop.Upload(Shop.Create("a")), await shop.Upload(Shop.Create("b")), await shop.Upload(Shop.Create("c"))];
        shop.Pass(TimeSpan.FromDays(1));
        string[] states = [await State(uploaded[0]), await State(uploaded[1]), await State(uploaded[2])];
        int count = shop.Cloud.Catalog.Count;
        shop.Cloud.Batches.ReleaseHeld();

        Assert.Equal(["started", "canceled", "error"], states);
        Assert.Equal(0, count);
        Assert.Equal("finished", await State(uploaded[0]));
        Assert.Equal("a", Assert.Single(shop.Cloud.Catalog.Items).RetailerId.Value);
        async Task<string> State(Answer answer) => (await shop.Check(answer)).Texts("status")[0];
    }

    [Theory]
    [InlineData("""{"requests":[]}""")]
    [InlineData("""{"item_type":"PRODUCT_ITEM"}""")]
    [InlineData("""{"item_type":"PRODUCT_ITEM","requests":{}}""")]
    [InlineData("""{"item_type":"PRODUCT_ITEM","requests":[]}""")]
    [InlineData("""{"item_type":"VEHICLE","requests":[{}]}""")]
    [InlineData("[1]")]
    [InlineData("{")]
    public async Task Upload_NoBatchInTheBody_Gives100(string body)
    {
        await using Shop shop = await Shop.StartAsync();

        (await shop.Post($"{Shop.Catalog}/items_batch", body)).AssertRefused(100);
    }

    [Fact]
    public async Task Upload_TooManyItemsOrTooManyBytes_IsRefusedWhole()
    {
        await using Shop shop = await Shop.StartAsync();
        string item = """{"method":"DELETE","data":{"id":"x"} }""";

        Answer items = await shop.Upload(string.Join(',', Enumerable.Repeat(item, 5001)));
        Answer bytes = await shop.Upload(Shop.Create("big", more: $",\"x\":\"{new string('x', 28 * 1024 * 1024)}\""));

        items.AssertRefused(100);
        bytes.AssertRefused(1, 500);
        (await shop.Upload(string.Join(',', Enumerable.Repeat(item, 5000)))).AssertAccepted();
    }

    [Fact]
    public async Task Status_UnknownHandle_Gives100()
    {
        await using Shop shop = await Shop.StartAsync();
        EmulatedCatalog other = shop.Cloud.Catalogs.Add("Other");
        Answer uploaded = await shop.Upload(Shop.Create("a"));

        (await shop.Get($"{Shop.Catalog}/check_batch_request_status?handle=Acx")).AssertRefused(100);
        (await shop.Get($"{Shop.Catalog}/check_batch_request_status")).AssertRefused(100);
        (await shop.Get(
            $"{other.Id}/check_batch_request_status?handle={uploaded.Json.GetProperty("handles")[0].GetString()}")).AssertRefused(100);
    }

    [Fact]
    public async Task Faults_OfManagementCalls_CarryTheirHeaders()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Faults
            .Next(EmulatedFault.CatalogThrottled(TimeSpan.FromMinutes(7)))
            .Next(EmulatedFault.AppThrottled())
            .Next(EmulatedFault.TooMuchData());
        Uri path = new($"v25.0/{Shop.Catalog}/items_batch", UriKind.Relative);

        using HttpResponseMessage catalog = await shop.Stage.Http.PostAsync(path, null, Stage.Token);
        using HttpResponseMessage app = await shop.Stage.Http.PostAsync(path, null, Stage.Token);
        Answer data = await shop.Upload(Shop.Create("a"));

        Assert.Contains(
            "\"estimated_time_to_regain_access\":7",
            Assert.Single(catalog.Headers.GetValues("X-Business-Use-Case-Usage")),
            StringComparison.Ordinal);
        Assert.Contains("\"call_count\":100", Assert.Single(app.Headers.GetValues("X-App-Usage")), StringComparison.Ordinal);
        (await Answer.ReadAsync(catalog)).AssertRefused(80014);
        (await Answer.ReadAsync(app)).AssertRefused(4);
        data.AssertRefused(1, 500);
        Assert.Empty(shop.Cloud.Batches.Items);
    }

    [Fact]
    public async Task Requests_ManyLargeBodies_AreForgottenByTheirBytes()
    {
        await using Shop shop = await Shop.StartAsync(options => options.HistoryByteLimit = 100_000);

        for (int i = 0; i < 5; i++)
        {
            await shop.Upload(Shop.Create($"i{i}", more: $",\"x\":\"{new string('x', 40_000)}\""));
        }

        Assert.Equal(2, shop.Cloud.Requests.Count);
    }
}

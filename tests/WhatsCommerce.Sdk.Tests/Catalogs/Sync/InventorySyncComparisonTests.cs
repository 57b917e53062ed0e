using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Catalogs;

/// <summary>A sync compares every field that Meta gives back, and empties what the source has no longer.</summary>
public sealed class InventorySyncComparisonTests : IDisposable
{
    private static readonly CatalogItem Full = CatalogItemTests.Everything with
    {
        Condition = ProductCondition.New,
        SalePriceStart = new DateTimeOffset(2026, 12, 1, 8, 0, 30, TimeSpan.FromHours(-3)),
        AdditionalImageLinks = ["https://shop.example/2.jpg", "https://shop.example/3.jpg"],
        VariantAttribute = "Taste:sweet,Skin:thin",
        ImporterAddress = new ImporterAddress { Street1 = "1 Road", City = "Mumbai", Country = "IN" },
        OtherFields = new Dictionary<string, string>
        {
            ["custom_label_0"] = "summer",
            ["custom_number_4"] = "5",
            ["short_description"] = "Apples"
        },
    };

    private const string FullBack =
        """
        {"id":"1","retailer_id":"apple-1kg","name":"Apples, 1 kg","description":"Crisp and red.","availability":"IN STOCK",
        "condition":"new",
        "price":"$9.99","currency":"USD","sale_price":"$8.00","sale_price_start_date":"2026-12-01T11:00:00+0000",
        "sale_price_end_date":"2026-12-23T19:00:00-0500",
        "url":"https://shop.example/apple","image_url":"https://shop.example/apple.jpg",
        "additional_image_urls":["https://shop.example/2.jpg","https://shop.example/3.jpg"],"brand":"Orchard","gtin":"4006381333931",
        "manufacturer_part_number":"A-1","category":"412","product_type":"Food > Fruit","retailer_product_group_id":"apple","color":"red",
        "size":"1 kg",
        "material":"fruit","pattern":"plain",
        "additional_variant_attributes":[{"key":"Skin","value":"thin"},{"key":"Taste","value":"sweet"}],
        "quantity_to_sell_on_facebook":12,"inventory":12,"visibility":"published","wa_compliance_category":"DEFAULT","origin_country":"NZ",
        "importer_name":"Fruit Imports","importer_address":{"street1":"1 Road","city":"Mumbai","country":"IN"},
        "manufacturer_info":"Orchard, Auckland",
        "custom_label_0":"summer","custom_number_4":5,"short_description":"Apples"}
        """;

    private readonly JsonObject _product = JsonNode.Parse(FullBack)!.AsObject();
    private readonly StubMeta _meta;
    private readonly TestClient _client;

    public InventorySyncComparisonTests()
    {
        _meta = new StubMeta((Func<HttpRequestMessage, HttpResponseMessage>)Answer);
        _client = new TestClient(
            new Uri("https://graph.facebook.com/"),
            options => options.CatalogId = "1040",
            _meta,
            new FakeTimeProvider { Skips = due => due < TimeSpan.FromSeconds(20) });
    }

    public static TheoryData<string, string, CatalogItemFields> Fields => new()
    {
        { "name", "\"Pears\"", CatalogItemFields.Title },
        { "description", "\"Old.\"", CatalogItemFields.Description },
        { "availability", "\"out of stock\"", CatalogItemFields.Availability },
        { "condition", "\"used\"", CatalogItemFields.Condition },
        { "price", "\"$10.99\"", CatalogItemFields.Price },
        { "sale_price", "\"$7.00\"", CatalogItemFields.SalePrice },
        { "sale_price", "0", CatalogItemFields.SalePrice },
        { "sale_price_start_date", "\"2026-12-01T11:01:00+0000\"", CatalogItemFields.SalePeriod },
        { "sale_price_end_date", "\"2026-12-25T00:00:00+0000\"", CatalogItemFields.SalePeriod },
        { "url", "\"https://shop.example/apples\"", CatalogItemFields.Link },
        { "image_url", "\"https://shop.example/old.jpg\"", CatalogItemFields.ImageLink },
        { "additional_image_urls", "[\"https://shop.example/3.jpg\",\"https://shop.example/2.jpg\"]",
            CatalogItemFields.AdditionalImageLinks },
        { "additional_image_urls", "null", CatalogItemFields.AdditionalImageLinks },
        { "brand", "\"Garden\"", CatalogItemFields.Brand },
        { "gtin", "\"\"", CatalogItemFields.Gtin },
        { "manufacturer_part_number", "\"A-2\"", CatalogItemFields.Mpn },
        { "category", "\"413\"", CatalogItemFields.GoogleProductCategory },
        { "product_type", "\"Food\"", CatalogItemFields.ProductType },
        { "retailer_product_group_id", "\"pear\"", CatalogItemFields.GroupId },
        { "color", "\"green\"", CatalogItemFields.Color },
        { "size", "\"2 kg\"", CatalogItemFields.Size },
        { "material", "null", CatalogItemFields.Material },
        { "pattern", "\"dots\"", CatalogItemFields.Pattern },
        { "additional_variant_attributes", "[{\"Taste\":\"sour\"},{\"Skin\":\"thin\"}]", CatalogItemFields.VariantAttribute },
        { "quantity_to_sell_on_facebook", "11", CatalogItemFields.Quantity },
        { "visibility", "\"staging\"", CatalogItemFields.Visibility },
        { "wa_compliance_category", "\"COUNTRY_ORIGIN_EXEMPT\"", CatalogItemFields.ComplianceCategory },
        { "origin_country", "\"AU\"", CatalogItemFields.OriginCountry },
        { "importer_name", "\"Others\"", CatalogItemFields.ImporterName },
        { "importer_address", "{\"street1\":\"2 Road\",\"city\":\"Mumbai\",\"country\":\"IN\"}", CatalogItemFields.ImporterAddress },
        { "importer_address", "[]", CatalogItemFields.ImporterAddress },
        { "manufacturer_info", "\"Others\"", CatalogItemFields.ManufacturerInfo },
        { "custom_label_0", "\"winter\"", CatalogItemFields.OtherFields },
        { "custom_number_4", "6", CatalogItemFields.OtherFields },
        { "short_description", "null", CatalogItemFields.OtherFields },
    };

    [Fact]
    public async Task Sync_EveryFieldTheSame_SendsNothing()
    {
        InventorySyncResult result =
            await SyncAsync(Full, new InventorySyncOptions { ClearMissing = CatalogItemFields.Optional | CatalogItemFields.OtherFields });

        Assert.Equal((1, true), (result.Unchanged, result.IsComplete));
        Assert.Empty(result.NotCompared);
    }

    [Theory, MemberData(nameof(Fields))]
    public async Task Sync_OneFieldDiffers_IsSentAndNamed(string field, string inTheCatalog, CatalogItemFields expected)
    {
        _product[field] = JsonNode.Parse(inTheCatalog);

        InventorySyncResult result = await SyncAsync(Full);

        Assert.Equal(1, result.Changed);
        Assert.Equal(KeyValuePair.Create(expected, 1L), Assert.Single(result.Differences));
        Assert.Equal(0, (await SyncAsync(Full, new InventorySyncOptions { Ignore = expected })).Changed);
    }

    [Fact]
    public async Task Sync_EveryFieldOfAnItem_IsAskedFor()
    {
        await SyncAsync(Full);

        string query = Uri.UnescapeDataString(_meta.Requests[0].Uri.Query);
        Assert.All(_product, field => Assert.Contains(field.Key, query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sync_SaleThatTheSourceHasNoLonger_Ends()
    {
        InventorySyncResult result = await SyncAsync(Full with { SalePrice = null, SalePriceStart = null, SalePriceEnd = null });

        Assert.Equal(1, result.Changed);
        Assert.Equal(("", ""), (Sent("sale_price"), Sent("sale_price_effective_date")));
    }

    [Fact]
    public async Task Sync_SaleInAFormThatCanBeReadInTwoWays_EndsAllTheSame()
    {
        (_product["price"], _product["sale_price"], _product["currency"]) = ("KWD9.990", "KWD1.234", "KWD");

        await SyncAsync(new CatalogItem { RetailerId = "apple-1kg", Price = new Money(9.99m, "KWD") });

        Assert.Equal("", Sent("sale_price"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("\"0\"")]
    [InlineData("\"$0.00\"")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Sync_CatalogSaysInSomeWayThatThereIsNoSale_IsTheSame(string none)
    {
        _product["sale_price"] = JsonNode.Parse(none);
        _product["sale_price_start_date"] = "2025-01-01T00:00:00+0000";

        Assert.Equal(1, (await SyncAsync(Full with { SalePrice = null, SalePriceStart = null, SalePriceEnd = null })).Unchanged);
    }

    [Fact]
    public async Task Sync_SaleWithoutAPeriod_EndsTheOneThatTheCatalogHas()
    {
        await SyncAsync(Full with { SalePriceStart = null, SalePriceEnd = null });

        Assert.Equal(("8.00 USD", ""), (Sent("sale_price"), Sent("sale_price_effective_date")));
    }

    [Fact]
    public async Task Sync_SourceWithoutPrices_LeavesTheSaleAlone() =>
        Assert.Equal(1, (await SyncAsync(new CatalogItem
        {
            RetailerId = "apple-1kg",
            Availability = ProductAvailability.InStock
        })).Unchanged);

    [Fact]
    public async Task Sync_NothingIsClearedUnasked_LeavesTheSaleAlone() => Assert.Equal(
        1,
        (await SyncAsync(
            new CatalogItem { RetailerId = "apple-1kg", Price = new Money(9.99m, "USD") },
            new InventorySyncOptions { ClearMissing = CatalogItemFields.None })).Unchanged);

    [Fact]
    public async Task Sync_FieldsThatTheSourceOwns_AreEmptiedWhereItSaysNothing()
    {
        CatalogItem bare = CatalogItemTests.Apple with { GroupId = "apple" };

        InventorySyncResult result =
            await SyncAsync(bare, new InventorySyncOptions { ClearMissing = CatalogItemFields.Optional | CatalogItemFields.OtherFields });

        Assert.Equal(1, result.Changed);
        Assert.Equal(
            ["", "", "", "", "", "", ""],
            ((string[])["brand", "gtin", "mpn", "color", "custom_label_0", "custom_number_4", "short_description"]).Select(Sent));
        Assert.Equal("[]", Data.GetProperty("additional_image_link").GetRawText());
        Assert.Equal(JsonValueKind.Null, Data.GetProperty("quantity_to_sell_on_facebook").ValueKind);
        Assert.Equal("apple", Sent("item_group_id"));
    }

    [Fact]
    public async Task Sync_ItemThatIsAGroupOfItsOwn_IsNotTakenOutOfIt()
    {
        _product["retailer_product_group_id"] = "apple-1kg";

        InventorySyncResult result =
            await SyncAsync(Full with { GroupId = default }, new InventorySyncOptions { ClearMissing = CatalogItemFields.Optional });

        Assert.Equal(1, result.Unchanged);
    }

    [Fact]
    public async Task Sync_PicturesSaidToBeNone_AreTakenAway()
    {
        await SyncAsync(Full with { AdditionalImageLinks = [] });

        Assert.Equal("[]", Data.GetProperty("additional_image_link").GetRawText());
    }

    [Fact]
    public async Task Sync_ClearedInTheSource_IsEmptiedOnceAndThenTheSame()
    {
        await SyncAsync(Full with { Brand = null, Clear = CatalogItemFields.Brand });
        Assert.Equal("", Sent("brand"));

        _product.Remove("brand");
        Assert.Equal(1, (await SyncAsync(Full with { Brand = null, Clear = CatalogItemFields.Brand })).Unchanged);
    }

    [Fact]
    public async Task Sync_CategoryInAnotherForm_IsNotComparedAndCounted()
    {
        _product["category"] = "Food, Beverages & Tobacco";

        InventorySyncResult result = await SyncAsync(Full);

        Assert.Equal(1, result.Unchanged);
        Assert.Equal(KeyValuePair.Create("google_product_category", 1L), Assert.Single(result.NotCompared));
    }

    [Fact]
    public async Task Sync_FieldThatCannotBeRead_IsSentAndTheProductIsNamed()
    {
        _product["brand"] = true;

        InventorySyncResult result = await SyncAsync(Full);

        Assert.Equal(CatalogItemFields.Brand, Assert.Single(result.Differences).Key);
        MalformedItem product = Assert.Single(result.Malformed);
        Assert.Equal(
            (1, "1", "apple-1kg", "brand"), (result.MalformedCount, product.Id, product.RetailerId.Value, Assert.Single(product.Members)));
    }

    public void Dispose()
    {
        _client.Dispose();
        _meta.Dispose();
    }

    private JsonElement Data => JsonElement.Parse(_meta.Requests.Last(request => request.Method == HttpMethod.Post).Body)
        .GetProperty("requests")[0].GetProperty("data");

    private string? Sent(string field) => Data.GetProperty(field).GetString();

    private Task<InventorySyncResult> SyncAsync(CatalogItem item, InventorySyncOptions? options = null) =>
        _client.Client.Catalogs.Inventory.SyncAsync(
            ((CatalogItem[])[item]).ToAsyncEnumerable(), options, TestContext.Current.CancellationToken);

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        string path = request.RequestUri!.AbsolutePath;
        return path.EndsWith("/items_batch", StringComparison.Ordinal) ? StubMeta.Ok("""{"handles":["h"]}""")
            : path.EndsWith(
                "/check_batch_request_status", StringComparison.Ordinal) ? StubMeta.Ok("""{"data":[{"handle":"h","status":"finished"}]}""")
            : StubMeta.Ok($$"""{"data":[{{_product.ToJsonString()}}]}""");
    }
}

using System.Text.Json;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Fields that a request empties are gone, and those that it does not name stay.</summary>
public sealed class ClearingTests
{
    private const string Fields =
        "name,price,sale_price,sale_price_start_date,sale_price_end_date,brand,color,additional_image_urls,quantity_to_sell_on_facebook,"
        + "importer_address,manufacturer_part_number,custom_label_0,retailer_product_group_id";

    private const string Everything =
        ""","sale_price":"2.99 """
            + """USD","sale_price_effective_date":"2026-12-01T08:00-03:00/2026-12-24T00:00+00:00","color":"red","additional_image_link":"""
            + """["https://shop.example/2.png"],"quantity_to_sell_on_facebook":3,"importer_address":{"city":"Mumbai"}"""
            + ""","mpn":"A-1","custom_label_0":"summer","item_group_id":"fruit" """;

    [Fact]
    public async Task Batch_SalePeriod_IsReadAsTwoTimes()
    {
        await using Shop shop = await StockedAsync();

        JsonElement product = await ReadAsync(shop);

        Assert.Equal("2026-12-01T11:00:00+0000", product.GetProperty("sale_price_start_date").GetString());
        Assert.Equal("2026-12-24T00:00:00+0000", product.GetProperty("sale_price_end_date").GetString());
        Assert.Equal("A-1", product.GetProperty("manufacturer_part_number").GetString());
    }

    [Theory]
    [InlineData("sale_price", "\"\"", "sale_price")]
    [InlineData("sale_price", "null", "sale_price")]
    [InlineData("sale_price", "\"0 USD\"", "sale_price")]
    [InlineData("sale_price_effective_date", "\"\"", "sale_price_start_date", "sale_price_end_date")]
    [InlineData("brand", "\"\"", "brand")]
    [InlineData("color", "null", "color")]
    [InlineData("additional_image_link", "[]", "additional_image_urls")]
    [InlineData("additional_image_link", "\"\"", "additional_image_urls")]
    [InlineData("quantity_to_sell_on_facebook", "null", "quantity_to_sell_on_facebook")]
    [InlineData("quantity_to_sell_on_facebook", "\"\"", "quantity_to_sell_on_facebook")]
    [InlineData("importer_address", "{}", "importer_address")]
    [InlineData("mpn", "\"\"", "manufacturer_part_number")]
    [InlineData("custom_label_0", "\"\"", "custom_label_0")]
    [InlineData("item_group_id", "\"\"", "retailer_product_group_id")]
    public async Task Batch_UpdateThatEmptiesAField_TakesThatOneAway(string field, string value, params string[] gone)
    {
        await using Shop shop = await StockedAsync();
        HashSet<string> before = [.. Names(await ReadAsync(shop))];

        Answer uploaded = await shop.Upload($$"""{"method":"UPDATE","data":{"id":"apple","{{field}}":{{value}}} }""");
        shop.Pass();

        Assert.Equal(0, uploaded.Json.GetProperty("validation_status").GetArrayLength());
        Assert.Equal(before.Except(gone).Order(), Names(await ReadAsync(shop)).Order());
    }

    [Fact]
    public async Task Batch_NewItemWithEmptyFields_HasNoneOfThem()
    {
        await using Shop shop = await Shop.StartAsync();
        await shop.Upload(Shop.Create(
            "apple", more: ""","sale_price":"","sale_price_effective_date":"","color":"","additional_image_link":[]""", method: "UPDATE"));
        shop.Pass();

        Assert.Equal(["brand", "id", "name", "price"], Names(await ReadAsync(shop)).Order());
    }

    [Theory]
    [InlineData("title", "\"\"")]
    [InlineData("price", "\" \"")]
    public async Task Batch_UpdateThatEmptiesWhatIsRequired_IsRefused(string field, string value)
    {
        await using Shop shop = await StockedAsync();

        Answer uploaded = await shop.Upload($$"""{"method":"UPDATE","data":{"id":"apple","{{field}}":{{value}}} }""");

        Assert.Contains(
            $"cannot be emptied: {field}",
            uploaded.Json.GetProperty("validation_status")[0].GetProperty("errors")[0].GetProperty("message").GetString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("2026-12-01T08:00-03:00")]
    [InlineData("2026-12-01T08:00-03:00/")]
    public async Task Batch_PeriodThatIsNone_IsRefused(string period)
    {
        await using Shop shop = await StockedAsync();

        Answer uploaded = await shop.Upload($$"""{"method":"UPDATE","data":{"id":"apple","sale_price_effective_date":"{{period}}"} }""");

        Assert.Equal("apple", uploaded.Json.GetProperty("validation_status")[0].GetProperty("retailer_id").GetString());
    }

    [Fact]
    public async Task Form_SalePriceOfNothing_EndsTheSale()
    {
        await using Shop shop = await StockedAsync();
        string id = (await ReadAsync(shop)).GetProperty("id").GetString()!;

        (await shop.Post(id, """{"sale_price":0}""")).AssertAccepted();

        Assert.DoesNotContain("sale_price", Names(await ReadAsync(shop)));
        Assert.Equal(new Money(3.49m, "USD"), shop.Cloud.Catalog.Find("apple")!.CurrentPrice);
    }

    [Fact]
    public async Task Distort_Field_IsReadAsTheTestSaysUntilItIsTakenBack()
    {
        await using Shop shop = await StockedAsync();

        shop.Cloud.Catalog.Distort("apple", "importer_address", "[]");
        JsonElement odd = await ReadAsync(shop);
        shop.Cloud.Catalog.Distort("apple", "importer_address", null);

        Assert.Equal("[]", odd.GetProperty("importer_address").GetRawText());
        Assert.Equal("""{"city":"Mumbai"}""", (await ReadAsync(shop)).GetProperty("importer_address").GetRawText());
        Assert.Throws<ArgumentException>(() => shop.Cloud.Catalog.Distort("apple", "brand", "no JSON"));
    }

    private static async Task<Shop> StockedAsync()
    {
        Shop shop = await Shop.StartAsync();
        await shop.Upload(Shop.Create("apple", more: Everything));
        shop.Pass();
        return shop;
    }

    private static async Task<JsonElement> ReadAsync(Shop shop) =>
        (await shop.Get($"{Shop.Catalog}/products?fields={Fields}")).Json.GetProperty("data")[0];

    private static IEnumerable<string> Names(JsonElement product) => product.EnumerateObject().Select(field => field.Name);
}

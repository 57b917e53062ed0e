using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Products over the wire: one by one, in pages, filtered, reviewed.</summary>
public sealed class ProductTests
{
    [Fact]
    public async Task Create_ThenRead_GivesThePriceAsFormattedText()
    {
        await using Shop shop = await Shop.StartAsync();

        Answer made = await shop.Post(
            $"{Shop.Catalog}/products",
            """{"retailer_id":"apple","name":"Apples","currency":"USD","price":123450,"sale_price":500"""
                + ""","url":"https://x.example/a","brand":"Fruit Ltd","retailer_product_group_id":"fruit"}""");
        Answer read = await shop.Get(
            $"{made.MadeId}?fields=retailer_id,name,price,sale_price,currency,availability,visibility,brand,url,retailer_product_group_id,"
                + $"product_group{{id,retailer_id}},product_catalog{{id}}");

        Assert.Equal([
            "apple",
            "Apples",
            "$1,234.50",
            "$5.00",
            "USD",
            "in stock",
            "published",
            "Fruit Ltd",
            "https://x.example/a",
            "fruit",
            made.MadeId],
            ((string[])[
                "retailer_id",
                "name",
                "price",
                "sale_price",
                "currency",
                "availability",
                "visibility",
                "brand",
                "url",
                "retailer_product_group_id",
                "id"]).Select(read.Text));
        Assert.Equal("fruit", read.Json.GetProperty("product_group").GetProperty("retailer_id").GetString());
        Assert.Equal(Shop.Catalog, read.Json.GetProperty("product_catalog").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("9.99 USD", "$9.99")]
    [InlineData("0.3 EUR", "€0.30")]
    [InlineData("799 JPY", "¥799")]
    [InlineData("1.234 KWD", "KWD 1.234")]
    [InlineData("1234567.5 INR", "₹1,234,567.50")]
    public async Task Read_PriceOfABatch_IsFormattedByItsCurrency(string written, string read)
    {
        await using Shop shop = await Shop.StartAsync();
        await shop.Upload(Shop.Create("apple", written));
        shop.Pass();

        Assert.Equal([read], (await shop.Get($"{Shop.Catalog}/products?fields=price")).Texts("price"));
    }

    [Theory]
    [InlineData("""{"currency":"USD","price":1}""")]
    [InlineData("""{"name":"A","price":1}""")]
    [InlineData("""{"name":"A","currency":"USD"}""")]
    [InlineData("""{"name":"A","currency":"USD","price":"9.99 USD"}""")]
    [InlineData("""{"name":"A","currency":"USD","price":-1}""")]
    [InlineData("""{"name":"A","currency":"dollars","price":1}""")]
    [InlineData("""{"name":"A","currency":"USD","price":1,"availability":"perhaps"}""")]
    [InlineData("""{"name":"A","currency":"USD","price":1,"retailer_id":" "}""")]
    [InlineData("""{"name":"A","currency":"USD","price":1,"url":"nowhere"}""")]
    public async Task Create_BadForm_Gives100(string body)
    {
        await using Shop shop = await Shop.StartAsync();

        (await shop.Post($"{Shop.Catalog}/products", body)).AssertRefused(100);
        Assert.Equal(0, shop.Cloud.Catalog.Count);
    }

    [Fact]
    public async Task Create_ItemThatIsThere_Gives10800UnlessUpsertIsAllowed()
    {
        await using Shop shop = await Shop.StartAsync();
        string body = """{"retailer_id":"apple","name":"Apples","currency":"USD","price":100}""";
        Answer first = await shop.Post($"{Shop.Catalog}/products", body);

        (await shop.Post($"{Shop.Catalog}/products", body)).AssertRefused(10800);
        Answer upserted = await shop.Post($"{Shop.Catalog}/products?allow_upsert=true", body);

        Assert.Equal(first.MadeId, upserted.MadeId);
    }

    [Fact]
    public async Task Node_ByCatalogAndRetailerId_IsReadChangedAndDeleted()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Catalog.Add("äpfel/1 kg", "Apples", new Money(3.49m, "EUR"));
        string path = $"catalog:{Shop.Catalog}:{Base64Url.EncodeToString(Encoding.UTF8.GetBytes("äpfel/1 kg"))}";

        (await shop.Post(path, """{"price":399,"availability":"out of stock"}""")).AssertAccepted();
        Answer read = await shop.Get($"{path}?fields=price,availability,name");
        (await shop.Delete(path)).AssertAccepted();

        Assert.Equal(("€3.99", "out of stock", "Apples"), (read.Text("price"), read.Text("availability"), read.Text("name")));
        (await shop.Get(path)).AssertRefused(100);
        Assert.Empty(shop.Cloud.Catalog.Items);
    }

    [Fact]
    public async Task List_InPages_GivesEachItemOnceForwardsAndBackwards()
    {
        await using Shop shop = await StockedAsync(7);

        Answer first = await shop.Get($"{Shop.Catalog}/products?fields=retailer_id&limit=3");
        Answer second = await Follow(shop, first, "next");
        Answer third = await Follow(shop, second, "next");
        Answer back = await Follow(shop, third, "previous");

        Assert.Equal(["i0", "i1", "i2"], first.Texts("retailer_id"));
        Assert.Equal(["i3", "i4", "i5"], second.Texts("retailer_id"));
        Assert.Equal(["i6"], third.Texts("retailer_id"));
        Assert.Equal(["i3", "i4", "i5"], back.Texts("retailer_id"));
        Assert.False(first.Json.GetProperty("paging").TryGetProperty("previous", out _));
        Assert.False(third.Json.GetProperty("paging").TryGetProperty("next", out _));
        Assert.DoesNotContain("access_token", first.Json.GetProperty("paging").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ItemDeletedBetweenPages_LosesNoOther()
    {
        await using Shop shop = await StockedAsync(4);
        Answer first = await shop.Get($"{Shop.Catalog}/products?fields=retailer_id&limit=2");
        shop.Cloud.Catalog.Remove("i1");

        Answer second = await Follow(shop, first, "next");

        Assert.Equal(["i2", "i3"], second.Texts("retailer_id"));
    }

    [Fact]
    public async Task List_ExpiredOrBrokenCursor_Gives131059()
    {
        await using Shop shop = await StockedAsync(3);
        Answer first = await shop.Get($"{Shop.Catalog}/products?limit=1");
        shop.Cloud.ExpireCursors();

        (await Follow(shop, first, "next")).AssertRefused(131059);
        (await shop.Get($"{Shop.Catalog}/products?after=nonsense!")).AssertRefused(131059);
        (await shop.Get($"{Shop.Catalog}/products?limit=0")).AssertRefused(100);
        (await shop.Get($"{Shop.Catalog}/products?limit=many")).AssertRefused(100);
    }

    [Fact]
    public async Task List_Empty_HasNoPaging()
    {
        await using Shop shop = await Shop.StartAsync();

        Answer list = await shop.Get($"{Shop.Catalog}/products");

        Assert.Equal("""{"data":[]}""", list.Json.GetRawText());
    }

    [Theory]
    [InlineData("""{"retailer_id":{"eq":"i3"}}""", "i3")]
    [InlineData("""{"retailer_id":{"i_contains":"I1"}}""", "i1,i10")]
    [InlineData("""{"retailer_id":{"is_any":["i2","i4","x"]}}""", "i2,i4")]
    [InlineData("""{"price_amount":{"gte":9}}""", "i8,i9,i10")]
    [InlineData("""{"or":[{"retailer_id":{"eq":"i1"}},{"and":[{"price_amount":{"lt":4}},{"price_amount":{"gt":2}}]}]}""", "i1,i2")]
    [InlineData("""{"name":{"contains":"number 7"},"availability":{"eq":"in stock"}}""", "i7")]
    [InlineData("""{"review_status":{"neq":"approved"}}""", "")]
    public async Task List_Filter_GivesWhatHolds(string filter, string expected)
    {
        await using Shop shop = await StockedAsync(11);

        Answer list = await shop.Get($"{Shop.Catalog}/products?fields=retailer_id&filter={Uri.EscapeDataString(filter)}");

        Assert.Equal(expected, string.Join(',', list.Texts("retailer_id")));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"retailer_id":"i1"}""")]
    [InlineData("""{"retailer_id":{"resembles":"i1"}}""")]
    [InlineData("""{"or":{}}""")]
    public async Task List_BadFilter_Gives100(string filter)
    {
        await using Shop shop = await StockedAsync(1);

        (await shop.Get($"{Shop.Catalog}/products?filter={Uri.EscapeDataString(filter)}")).AssertRefused(100);
    }

    [Fact]
    public async Task Review_OfAnUploadedItem_IsPendingThenApproved()
    {
        await using Shop shop = await Shop.StartAsync();
        await shop.Upload(Shop.Create("apple"));
        shop.Pass();

        Answer pending = await Review(shop);
        Answer approvedOnly = await shop.Get($"{Shop.Catalog}/products?return_only_approved_products=true");
        shop.Pass(TimeSpan.FromMinutes(5));
        Answer approved = await Review(shop);

        Assert.Equal(["pending"], pending.Texts("review_status"));
        Assert.Empty(approvedOnly.Texts("id"));
        Assert.Equal(["approved"], approved.Texts("review_status"));
        Assert.Equal("""[[{"key":"WHATSAPP","value":"APPROVED"}]]""", $"[{approved.Texts("capability_to_review_status")[0]}]");
        Assert.Single((await shop.Get($"{Shop.Catalog}/products?return_only_approved_products=true")).Texts("id"));
    }

    [Fact]
    public async Task Review_RejectedByTheTest_TellsTheReasonsUntilApproved()
    {
        await using Shop shop = await StockedAsync(1);

        shop.Cloud.Reviews.Reject("i0", "Prohibited item");
        Answer rejected = await Review(shop);
        shop.Cloud.Reviews.Approve("i0");
        Answer appealed = await Review(shop);
        shop.Cloud.Reviews.Hold("i0");
        Answer reported = await Review(shop);

        Assert.Equal(
            ("rejected", """["Prohibited item"]"""), (rejected.Texts("review_status")[0], rejected.Texts("review_rejection_reasons")[0]));
        Assert.Equal(("approved", "[]"), (appealed.Texts("review_status")[0], appealed.Texts("review_rejection_reasons")[0]));
        Assert.Equal(["pending"], reported.Texts("review_status"));
    }

    [Fact]
    public async Task Review_AfterAChange_StartsAgainForMoreThanThePriceOnly()
    {
        await using Shop shop = await StockedAsync(2);

        await shop.Upload(
            """{"method":"UPDATE","data":{"id":"i0","price":"1 USD"} },{"method":"UPDATE","data":{"id":"i1","title":"New"} }""");
        shop.Pass();

        Assert.Equal(["approved", "pending"], (await Review(shop)).Texts("review_status"));
    }

    private static Task<Answer> Review(Shop shop) =>
        shop.Get($"{Shop.Catalog}/products?fields=review_status,review_rejection_reasons,capability_to_review_status");

    private static async Task<Shop> StockedAsync(int count)
    {
        Shop shop = await Shop.StartAsync();
        for (int i = 0; i < count; i++)
        {
            shop.Cloud.Catalog.Add(string.Create(CultureInfo.InvariantCulture, $"i{i}"), $"Item number {i}", new Money(i + 1, "USD"));
        }

        return shop;
    }

    private static async Task<Answer> Follow(Shop shop, Answer page, string link)
    {
        string address = page.Json.GetProperty("paging").GetProperty(link).GetString()!;
        using HttpResponseMessage response = await shop.Stage.Http.GetAsync(new Uri(address), Stage.Token);
        return await Answer.ReadAsync(response);
    }
}

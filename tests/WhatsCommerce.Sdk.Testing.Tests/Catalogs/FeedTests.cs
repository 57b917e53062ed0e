using System.Text;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Feeds over the wire: made, uploaded from an address and as a file, followed, failed.</summary>
public sealed class FeedTests
{
    private const string Header = "id,title,description,availability,price,link,image_link\n";

    [Fact]
    public async Task Upload_FromAnAddress_FillsTheCatalogAndCounts()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Feeds.Serve(new("https://shop.example/feed.csv"), Header
            + Row("apple")
            + Row("pear", "soon")
            + "fig,\"Figs, \"\"dried\"\"\",d,in stock,2.50 USD,ftp://x,https://x.example/f.png\n");
        string feed = await FeedAsync(shop);

        Answer upload = await shop.Post($"{feed}/uploads", """{"url":"https://shop.example/feed.csv"}""");
        Answer before = await shop.Get(upload.MadeId);
        shop.Pass();
        Answer after = await shop.Get(
            $"{upload.MadeId}?fields=end_time,error_count,num_detected_items,num_persisted_items,num_invalid_items,num_deleted_items");

        Assert.False(before.Json.TryGetProperty("end_time", out _));
        Assert.Equal("2026-03-01T12:00:30+0000", after.Text("end_time"));
        Assert.Equal(("2", "3", "1", "2", "0"), (after.Text("error_count"), after.Text(
            "num_detected_items"), after.Text("num_persisted_items"), after.Text("num_invalid_items"), after.Text("num_deleted_items")));
        Assert.Equal("apple", Assert.Single(shop.Cloud.Catalog.Items).RetailerId.Value);
        string[] errors = (await shop.Get($"{upload.MadeId}/errors")).Texts("description");
        Assert.Contains("'pear'", errors[0], StringComparison.Ordinal);
        Assert.Contains("'fig'", errors[1], StringComparison.Ordinal);
        Assert.Equal([upload.MadeId], (await shop.Get($"{feed}/uploads")).Texts("id"));
    }

    [Fact]
    public async Task Upload_AFileThatLacksAnItem_DeletesItUnlessOnlyUpdatesAreWanted()
    {
        await using Shop shop = await Shop.StartAsync();
        string feed = await FeedAsync(shop);
        await SendFileAsync(shop, feed, Header + Row("apple") + Row("pear"));
        shop.Pass();

        await SendFileAsync(shop, feed, "id\tprice\napple\t9 USD\n", updateOnly: true);
        shop.Pass();
        EmulatedCatalogItem[] updated = [.. shop.Cloud.Catalog.Items];
        Answer upload = await SendFileAsync(shop, feed, Header + Row("apple"));
        shop.Pass();

        Assert.Equal([("apple", 9m), ("pear", 3.49m)], updated.Select(item => (item.RetailerId.Value, item.Price.Amount)));
        Assert.Equal("apple", Assert.Single(shop.Cloud.Catalog.Items).RetailerId.Value);
        Assert.Equal("1", (await shop.Get($"{upload.MadeId}?fields=num_deleted_items")).Text("num_deleted_items"));
    }

    [Fact]
    public async Task Upload_ThatFails_TellsWhyAndChangesNothing()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Catalog.Add("apple", "Apples", new Money(1m, "USD"));
        string feed = await FeedAsync(shop);
        shop.Cloud.Feeds.FailNext("The file is not in a format that can be read.");

        Answer failed = await shop.Post($"{feed}/uploads", """{"url":"https://shop.example/feed.csv"}""");
        Answer unreachable = await shop.Post($"{feed}/uploads", """{"url":"https://shop.example/feed.csv"}""");

        Assert.Equal(["The file is not in a format that can be read."], (await shop.Get($"{failed.MadeId}/errors")).Texts("summary"));
        Assert.Contains(
            "could not be fetched", (await shop.Get($"{unreachable.MadeId}/errors")).Texts("summary")[0], StringComparison.Ordinal);
        Assert.Equal("1", (await shop.Get($"{failed.MadeId}?fields=error_count,end_time")).Text("error_count"));
        Assert.Equal(1, shop.Cloud.Catalog.Count);
        (await shop.Post($"{feed}/uploads")).AssertRefused(100);
    }

    [Fact]
    public async Task Feed_MadeWithASchedule_IsReadListedAndDeleted()
    {
        await using Shop shop = await Shop.StartAsync();

        string feed = await FeedAsync(shop, ""","schedule":{"interval":"DAILY","hour":3,"url":"https://shop.example/feed.csv"}""");

        Assert.Contains("\"DAILY\"", (await shop.Get($"{feed}?fields=name,schedule")).Text("schedule"), StringComparison.Ordinal);
        Assert.Equal([feed], (await shop.Get($"{Shop.Catalog}/product_feeds")).Texts("id"));
        Assert.Equal("1", (await shop.Get($"{Shop.Catalog}?fields=feed_count")).Text("feed_count"));
        (await shop.Delete(feed)).AssertAccepted();
        (await shop.Get(feed)).AssertRefused(100);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":"Feed","schedule":{"interval":"YEARLY","url":"https://shop.example/feed.csv"} }""")]
    [InlineData("""{"name":"Feed","schedule":{"interval":"DAILY"} }""")]
    public async Task Create_BadParameter_Gives100(string body)
    {
        await using Shop shop = await Shop.StartAsync();

        (await shop.Post($"{Shop.Catalog}/product_feeds", body)).AssertRefused(100);
    }

    [Fact]
    public async Task Sets_WithAFilter_HoldWhatFits()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Catalog.Add("apple", "Apples", new Money(1m, "USD")).Add("pear", "Pears", new Money(2m, "USD"));

        Answer set =
            await shop.Post($"{Shop.Catalog}/product_sets", """{"name":"Apples only","filter":{"retailer_id":{"i_contains":"APP"}}}""");
        string[] products = (await shop.Get($"{set.MadeId}/products?fields=retailer_id")).Texts("retailer_id");
        Answer read = await shop.Get($"{set.MadeId}?fields=name,product_count,filter");
        (await shop.Post(set.MadeId, """{"name":"All","filter":{} }""")).AssertAccepted();

        Assert.Equal(["apple"], products);
        Assert.Equal(("Apples only", "1"), (read.Text("name"), read.Text("product_count")));
        Assert.Equal(["All"], (await shop.Get($"{Shop.Catalog}/product_sets")).Texts("name"));
        Assert.Equal("2", (await shop.Get($"{set.MadeId}?fields=product_count")).Text("product_count"));
        (await shop.Post($"{Shop.Catalog}/product_sets", """{"name":"Bad","filter":{"x":1} }""")).AssertRefused(100);
        (await shop.Post($"{Shop.Catalog}/product_sets")).AssertRefused(100);
        (await shop.Delete(set.MadeId)).AssertAccepted();
        (await shop.Get(set.MadeId)).AssertRefused(100);
    }

    [Fact]
    public async Task Groups_OfVariants_ListTheirItemsAndCannotBeSent()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.Catalog
            .Add(new EmulatedCatalogItem { RetailerId = "shirt-m", Title = "Shirt M", Price = new(9m, "USD"), ItemGroupId = "shirt" })
            .Add(new EmulatedCatalogItem { RetailerId = "shirt-l", Title = "Shirt L", Price = new(9m, "USD"), ItemGroupId = "shirt" })
            .Add("apple", "Apples", new Money(1m, "USD"));

        Answer groups = await shop.Get($"{Shop.Catalog}/product_groups");
        Answer made = await shop.Post($"{Shop.Catalog}/product_groups", """{"retailer_id":"hats"}""");

        Assert.Equal(["shirt"], groups.Texts("retailer_id"));
        Assert.Equal(["shirt-m", "shirt-l"], (await shop.Get($"{groups.Texts("id")[0]}/products?fields=retailer_id")).Texts("retailer_id"));
        Assert.Equal("hats", (await shop.Get(made.MadeId)).Text("retailer_id"));
        (await shop.Stage.PostAsync(Wire.Product("shirt-m"))).AssertAccepted();
        (await shop.Stage.PostAsync(Wire.Product("shirt"))).AssertRefused(131009);
    }

    private static async Task<string> FeedAsync(Shop shop, string more = "") =>
        (await shop.Post($"{Shop.Catalog}/product_feeds", $$"""{"name":"Feed"{{more}} }""")).MadeId;

    private static string Row(string id, string availability = "in stock") =>
        $"{id},Item {id},Good,{availability},3.49 USD,https://shop.example/{id},https://shop.example/{id}.png\n";

    private static async Task<Answer> SendFileAsync(Shop shop, string feed, string text, bool updateOnly = false)
    {
        using MultipartFormDataContent content = new()
        {
            { new StringContent(updateOnly ? "true" : "false"), "update_only" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "feed.csv" },
        };
        Answer answer = await shop.Stage.PostAsync($"v25.0/{feed}/uploads", content);
        answer.AssertAccepted();
        return answer;
    }
}

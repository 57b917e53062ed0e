using System.Text.Json;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Assistants.Tests;

/// <summary>What a model writes wrongly is refused with a sentence, and does nothing.</summary>
public sealed class ToolArgumentsTests
{
    [Theory]
    [InlineData("search_products", "{}")]
    [InlineData("search_products", """{"query":""}""")]
    [InlineData("search_products", """{"query":5}""")]
    [InlineData("search_products", """{"query":["a"]}""")]
    [InlineData("search_products", """{"query":"a","customer":"ann"}""")]
    [InlineData("search_products", """{"query":"a","limit":1000000}""")]
    [InlineData("search_products", """{"query":"\ud800"}""")]
    [InlineData("get_product", """{"product_id":""}""")]
    [InlineData("get_product", """{"product_id":{"$ne":null}}""")]
    [InlineData("show_products", """{"product_ids":[]}""")]
    [InlineData("show_products", """{"product_ids":"apple-1kg"}""")]
    [InlineData("show_products", """{"product_ids":["apple-1kg"],"to":"+16505559999"}""")]
    [InlineData("get_cart", """{"cart_id":"c"}""")]
    [InlineData("propose_cart", """{"items":[{"product_id":"apple-1kg"}]}""")]
    [InlineData("propose_cart", """{"items":[{"product_id":"apple-1kg","quantity":0}]}""")]
    [InlineData("propose_cart", """{"items":[{"product_id":"apple-1kg","quantity":-1}]}""")]
    [InlineData("propose_cart", """{"items":[{"product_id":"apple-1kg","quantity":1.5}]}""")]
    [InlineData("propose_cart", """{"items":[{"product_id":"apple-1kg","quantity":"2"}]}""")]
    [InlineData("propose_cart", """{"items":[{"product_id":"apple-1kg","quantity":99999999999}]}""")]
    [InlineData("propose_cart", """{"items":[{"product_id":"apple-1kg","quantity":1,"price":0.01}]}""")]
    [InlineData("propose_cart", """{"items":[{"product_id":"apple-1kg","quantity":1}],"discount":50}""")]
    [InlineData("start_checkout", """{"provider":"pay_on_delivery"}""")]
    [InlineData("start_checkout", """{"url":"https://evil.example"}""")]
    [InlineData("order_status", """{"order_number":7}""")]
    [InlineData("hand_to_human", "{}")]
    public async Task Call_WrongArguments_IsRefused(string tool, string arguments)
    {
        AssistantFixture shop = await new AssistantFixture().WithFruitAsync();

        ShopToolResult result = await (await shop.ToolsAsync()).CallAsync(tool, [.. Parts(arguments)]);

        Assert.Equal(ToolOutcome.Invalid, result.Outcome);
        Assert.NotEmpty(AssistantFixture.Json(result).GetProperty("error").GetString()!);
        Assert.Empty(shop.Sent);
    }

    [Fact]
    public async Task Call_ArgumentsOfALargeSize_IsRefused() => Assert.Equal(
        ToolOutcome.Invalid,
        (await (await new AssistantFixture().ToolsAsync()).CallAsync("search_products", ("query", new string('x', 1_000_000)))).Outcome);

    [Fact]
    public async Task Call_ArgumentsOfManyLevels_IsRefused()
    {
        object nested = "end";
        for (int i = 0; i < 10_000; i++)
        {
            nested = new[] { nested };
        }

        ShopToolResult result = await (await new AssistantFixture().ToolsAsync()).CallAsync("search_products", ("query", nested));

        Assert.Equal(ToolOutcome.Invalid, result.Outcome);
    }

    [Fact]
    public async Task Call_JsonOfManyLevels_IsRefused()
    {
        JsonElement nested = JsonElement.Parse(
            new string('[', 64) + new string(']', 64), new JsonDocumentOptions { MaxDepth = 64 });

        ShopToolResult result = await (await new AssistantFixture().ToolsAsync()).CallAsync("search_products", ("query", nested));

        Assert.Equal(ToolOutcome.Invalid, result.Outcome);
    }

    [Fact]
    public async Task Call_WrongName_SaysWhichThereAre() => Assert.Contains(
        "search_products", (await (await new AssistantFixture().ToolsAsync()).CallAsync("pay")).Json, StringComparison.Ordinal);

    private static IEnumerable<(string Name, object? Value)> Parts(string json) =>
        JsonElement.Parse(json).EnumerateObject().Select(part => (part.Name, (object?)part.Value));
}

using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Search;

/// <summary>The search as customers meet it, over real HTTP.</summary>
public sealed class SearchReplyTests
{
    private readonly Channel<StorefrontEvent> _events = Channel.CreateUnbounded<StorefrontEvent>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_OfOneProduct_IsAnsweredByIt()
    {
        await using TestShop shop = await OpenAsync("""[{"id":"kite","title":"Kite","price":"9 USD","availability":"in stock"}]""");
        EmulatedCustomer pablo = await WritesAsync(shop, "do you have a kitte?");

        ReceivedMessage answer = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        SearchAnswered answered = Assert.IsType<SearchAnswered>(await _events.Reader.ReadAsync(Stop));

        Assert.Equal(("interactive.product", "kite"), (answer.Kind, answer.Products.Single().Value));
        Assert.Equal("do you have a kitte?", answered.Query);
        Assert.Equal(["kite"], answered.Products.Select(id => id.Value));
        shop.Cloud.AssertNoErrors();
    }

    [Fact]
    public async Task Text_OfMoreThanThirty_IsAnsweredByAListAndTheRestAtTheButton()
    {
        await using TestShop shop = await OpenAsync($"[{string.Join(',', Enumerable.Range(1, 34).Select(i =>
            $$"""{"id":"k-{{i:00}}","title":"Kite {{i}}","price":"9 USD","availability":"in stock","product_type":"Toys"}"""))}]");
        EmulatedCustomer pablo = await WritesAsync(shop, "kites");

        ReceivedMessage list = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        ReceivedMessage more = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        await pablo.PressAsync(more.Id, ButtonOf(more), Stop);
        ReceivedMessage rest = await pablo.NextMessageAsync(Patiently.Patience, Stop);

        Assert.Equal(("interactive.product_list", 30, 4), (list.Kind, list.Products.Count, rest.Products.Count));
        Assert.Equal(34, list.Products.Concat(rest.Products).Distinct().Count());
        shop.Cloud.AssertNoErrors();
    }

    [Fact]
    public async Task Text_InAShopThatHasNothing_StaysUnanswered()
    {
        await using TestShop shop = await TestShop.OpenAsync(store => store
            .Services.Configure<StorefrontOptions>(options => options.Catalog.RunInBackground = false));
        await WritesAsync(shop, "kite");

        IStorefrontStore store = shop.Services.GetRequiredService<IStorefrontStore>();
        await Patiently.Until(async () => (await store.ListOutboxAsync("shop", OutboxState.Done, 10, Stop)).Count > 0);
        Assert.DoesNotContain(shop.Cloud.Requests, request => request.Path.EndsWith("/messages", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_OfAProductThatTheSwitchHides_IsNotAnsweredByIt()
    {
        await using TestShop shop = await OpenAsync("""[{"id":"kite","title":"Kite","price":"9 USD","availability":"in stock"}]""");
        await shop.Shop.Catalog.SetSearchableAsync("kite", isSearchable: false, Stop);
        EmulatedCustomer pablo = await WritesAsync(shop, "kite");

        Assert.Equal("Somebody will write to you.", (await pablo.NextMessageAsync(Patiently.Patience, Stop)).Text);
        Assert.IsType<NothingFound>(await _events.Reader.ReadAsync(Stop));
    }

    [Theory]
    [InlineData("where is my order")]
    [InlineData("submarine")]
    public async Task Text_ThatTheSearchDoesNotAnswer_IsLeftToTheDefaultReply(string text)
    {
        await using TestShop shop = await OpenAsync("""[{"id":"kite","title":"Kite","price":"9 USD","availability":"in stock"}]""");
        EmulatedCustomer pablo = await WritesAsync(shop, text);

        Assert.Equal("Somebody will write to you.", (await pablo.NextMessageAsync(Patiently.Patience, Stop)).Text);
    }

    [Fact]
    public async Task Text_WhileTheSearchIsOff_IsLeftToTheDefaultReply()
    {
        await using TestShop shop = await OpenAsync("""[{"id":"kite","title":"Kite","price":"9 USD","availability":"in stock"}]""");
        await shop.Shop.Search.SetEnabledAsync(false, Stop);
        EmulatedCustomer pablo = await WritesAsync(shop, "kite");

        Assert.Equal("Somebody will write to you.", (await pablo.NextMessageAsync(Patiently.Patience, Stop)).Text);
        Assert.False(await shop.Shop.Search.IsEnabledAsync(Stop));
    }

    [Theory]
    [InlineData("wcs:find:a2l0ZQ")]
    [InlineData("wcs:find:a2l0ZQ:301")]
    [InlineData("wcs:find:a2l0ZQ:-1")]
    [InlineData("wcs:find:!!:1")]
    [InlineData("wcs:show:a2l0ZQ:30")]
    [InlineData(null)]
    public void Buttons_MadeUp_AreNone(string? id) => Assert.Null(SearchButtons.Read(id));

    [Fact]
    public void Buttons_OfALongQuery_AreNone() => Assert.Null(SearchButtons.Of(new string('x', 151), 30));

    [Fact]
    public void Buttons_OfTheLongestQuery_KeepIt()
    {
        string query = new('ж', 75);
        Assert.Equal((query, 300), SearchButtons.Read(SearchButtons.Of(query, 300)));
        Assert.InRange(SearchButtons.Of(query, 300)!.Length, 1, 256);
    }

    private static async Task<EmulatedCustomer> WritesAsync(TestShop shop, string text)
    {
        EmulatedCustomer pablo = shop.Cloud.Customer("+16505551234");
        await pablo.SendTextAsync(text, Stop);
        return pablo;
    }

    private static string ButtonOf(ReceivedMessage message) => message.Json.GetProperty("interactive").GetProperty("action")
        .GetProperty("buttons")[0].GetProperty("reply").GetProperty("id").GetString()!;

    /// <summary>A shop whose search has taken over its catalog.</summary>
    private async Task<TestShop> OpenAsync(string items)
    {
        TestShop shop = await TestShop.OpenAsync(store => store
            .AddPayOnDelivery()
            .AddSearch()
            .DefaultReply("Somebody will write to you.")
            .On<SearchAnswered>("answered", async (found, token) => await _events.Writer.WriteAsync(found, token))
            .On<NothingFound>("nothing", async (nothing, token) => await _events.Writer.WriteAsync(nothing, token))
            .Services.Configure<StorefrontOptions>(options => options.Catalog.RunInBackground = false));
        shop.Cloud.Catalog.Remove("apple-1kg");
        shop.Cloud.Catalog.Remove("banana-1kg");
        shop.Cloud.Catalog.Load(items);
        await shop.Shop.Catalog.ImportAsync(cancellationToken: Stop);
        MemoryProductSearch search = (MemoryProductSearch)shop.Services.GetRequiredService<IProductSearch>();
        await Patiently.Until(() => search.Count > 0);
        return shop;
    }
}

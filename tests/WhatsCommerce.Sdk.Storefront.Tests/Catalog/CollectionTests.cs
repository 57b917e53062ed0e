using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Catalog;

/// <summary>Collections as customers get them, over real HTTP.</summary>
public sealed class CollectionTests
{
    private const string Pablo = "+16505551234";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendCollection_OfMoreThanThirty_SendsThirtyAndTheRestAtTheButton()
    {
        await using TestShop shop = await OpenAsync(Items(35, _ => "Fruit"));
        ProductSetId set = await CreateSetAsync(shop, "Summer fruit", "p-");
        await shop.Shop.Catalog.ImportAsync(cancellationToken: Stop);
        EmulatedCustomer pablo = await WritesAsync(shop);

        SentCollection sent = await shop.Shop.Catalog.SendCollectionAsync(Pablo, CollectionId.FromSet(set), cancellationToken: Stop);

        ReceivedMessage list = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        ReceivedMessage more = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        Assert.Equal((30, true, list.Id), (sent.Count, sent.HasMore, sent.MessageId));
        Assert.Equal("interactive.product_list", list.Kind);
        Assert.Equal(Enumerable.Range(1, 30).Select(i => $"p-{i:00}"), list.Products.Select(id => id.Value));
        Assert.Equal("There is more of Summer fruit.", more.Text);

        await pablo.PressAsync(more.Id, ButtonOf(more), Stop);

        ReceivedMessage rest = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        Assert.Equal(["p-31", "p-32", "p-33", "p-34", "p-35"], rest.Products.Select(id => id.Value));
        shop.Cloud.AssertNoErrors();
    }

    [Fact]
    public async Task SendCollection_WithProductsOfManyCategories_HasTenSectionsAtMost()
    {
        await using TestShop shop = await OpenAsync(Items(14, i => i == 14 ? "" : $"Food > Category {i % 12} of a long name that is cut"));
        ProductSetId set = await CreateSetAsync(shop, "All", "p-");
        await shop.Shop.Catalog.ImportAsync(cancellationToken: Stop);
        EmulatedCustomer pablo = await WritesAsync(shop);

        await shop.Shop.Catalog.SendCollectionAsync(Pablo, CollectionId.FromSet(set), cancellationToken: Stop);

        ReceivedMessage list = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        string[] titles = [.. list.Json.GetProperty("interactive").GetProperty("action").GetProperty("sections").EnumerateArray()
            .Select(section => section.GetProperty("title").GetString()!)];
        Assert.Equal(10, titles.Length);
        Assert.Equal(("Category 1 of a long na…", "More products"), (titles[0], titles[^1]));
        Assert.Equal(14, list.Products.Distinct().Count());
    }

    [Fact]
    public async Task SendCollection_WithAParent_SendsItsVariantsThatAreReady()
    {
        await using TestShop shop = await OpenAsync(
            """
            [{"id":"p-mug","title":"Mug","price":"1 USD","availability":"in stock","product_type":"Mugs"},
             {"id":"v-blue","title":"Mug","price":"1 USD","availability":"in stock","item_group_id":"p-mug","color":"blue"},
             {"id":"p-jar","title":"Jar","price":"1 USD","availability":"in stock","product_type":"Jars"},
             {"id":"v-red","title":"Mug","price":"1 USD","availability":"in stock","item_group_id":"p-mug","color":"red"},
             {"id":"v-none","title":"Mug","price":"1 USD","availability":"out of stock","item_group_id":"p-mug","color":"green"}]
            """);
        ProductSetId set = await CreateSetAsync(shop, "All", "p-");
        await shop.Shop.Catalog.ImportAsync(cancellationToken: Stop);
        EmulatedCustomer pablo = await WritesAsync(shop);

        SentCollection sent = await shop.Shop.Catalog.SendCollectionAsync(Pablo, CollectionId.FromSet(set), cancellationToken: Stop);

        ReceivedMessage list = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        Assert.Equal(["p-jar", "v-blue", "v-red"], list.Products.Select(id => id.Value).Order());
        Assert.Equal((3, false), (sent.Count, sent.HasMore));
        shop.Cloud.AssertNoErrors();
    }

    [Fact]
    public async Task SendCollection_UnknownOrWithNothingReady_SendsNothing()
    {
        await using TestShop shop = await OpenAsync(Items(1, _ => "Fruit"));
        shop.Cloud.Catalog.Update("p-01", item => item with { Availability = ItemAvailability.OutOfStock });
        await shop.Shop.Catalog.ImportAsync(cancellationToken: Stop);

        Assert.Equal(0, (await shop.Shop.Catalog.SendCollectionAsync(Pablo, "s1", cancellationToken: Stop)).Count);
        Assert.Equal(0, (await shop.Shop.Catalog.SendCollectionAsync(
            Pablo, CollectionId.FromCategory("Fruit"), cancellationToken: Stop)).Count);
        Assert.DoesNotContain(shop.Cloud.Requests, request => request.Path.EndsWith("/messages", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendMenu_OfMoreThanTenCategories_LeadsOnAndShowsWhatIsChosen()
    {
        await using TestShop shop = await OpenAsync(Items(12, i => $"Category {i:00}"));
        await shop.Shop.Catalog.ImportAsync(cancellationToken: Stop);
        EmulatedCustomer pablo = await WritesAsync(shop);

        SentCollection sent = await shop.Shop.Catalog.SendMenuAsync(Pablo, cancellationToken: Stop);

        ReceivedMessage menu = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        Assert.Equal((9, true), (sent.Count, sent.HasMore));
        Assert.Equal(10, RowsOf(menu).Count);
        Assert.Equal(("Category 01", "Show more"), (RowsOf(menu)[0].Title, RowsOf(menu)[9].Title));

        await pablo.ChooseAsync(menu.Id, RowsOf(menu)[9].Id, Stop);
        ReceivedMessage rest = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        Assert.Equal(["Category 10", "Category 11", "Category 12"], RowsOf(rest).Select(row => row.Title));

        await pablo.ChooseAsync(rest.Id, RowsOf(rest)[1].Id, Stop);
        ReceivedMessage list = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        Assert.Equal(["p-11"], list.Products.Select(id => id.Value));
        shop.Cloud.AssertNoErrors();
    }

    [Fact]
    public async Task Button_OfACollectionThatIsEmptyByNow_IsAnsweredByText()
    {
        await using TestShop shop = await OpenAsync(Items(1, _ => "Fruit"));
        await shop.Shop.Catalog.ImportAsync(cancellationToken: Stop);
        EmulatedCustomer pablo = await WritesAsync(shop);
        await shop.Shop.Catalog.SendMenuAsync(Pablo, cancellationToken: Stop);
        ReceivedMessage menu = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        shop.Cloud.Catalog.Update("p-01", item => item with { Availability = ItemAvailability.OutOfStock });
        await shop.Shop.Catalog.ImportAsync(cancellationToken: Stop);

        await pablo.ChooseAsync(menu.Id, RowsOf(menu)[0].Id, Stop);

        Assert.Equal("There is nothing to order here right now.", (await pablo.NextMessageAsync(Patiently.Patience, Stop)).Text);
    }

    [Theory]
    [InlineData("wcs:show:s1")]
    [InlineData("wcs:show:s1:-1")]
    [InlineData("wcs:show:s1:3001")]
    [InlineData("wcs:show:s1:99999999999999999999")]
    [InlineData("wcs:show:s1:1 ")]
    [InlineData("wcs:show::1")]
    [InlineData("wcs:pay:s1:1")]
    [InlineData("other")]
    [InlineData(null)]
    public void Buttons_MadeUp_AreNone(string? id) => Assert.Null(CollectionButtons.Read(id));

    [Fact]
    public void Buttons_OfTheLongestCollection_FitIntoARow()
    {
        CollectionId longest = CollectionId.FromCategory(new string('x', 5_000));

        string id = CollectionButtons.Of(CollectionButtons.Show, longest, CollectionButtons.MaxSkip);

        Assert.True(id.Length <= Messages.MessageLimits.ListRowId);
        Assert.Equal(CollectionButtons.MaxSkip, CollectionButtons.Read(id)!.Value.Skip);
    }

    private static async Task<TestShop> OpenAsync(string items)
    {
        TestShop shop = await TestShop.OpenAsync(store => store
            .AddPayOnDelivery()
            .Services.Configure<StorefrontOptions>(options => options.Catalog.RunInBackground = false));
        shop.Cloud.Catalog.Remove("apple-1kg");
        shop.Cloud.Catalog.Remove("banana-1kg");
        shop.Cloud.Catalog.Load(items);
        return shop;
    }

    private static string Items(int count, Func<int, string> category)
    {
        IEnumerable<string> items = Enumerable.Range(1, count).Select(i =>
            $$"""{"id":"p-{{i:00}}","title":"Product {{i}}","price":"1 USD","availability":"in stock","product_type":"{{category(i)}}"}""");
        return $"[{string.Join(',', items)}]";
    }

    private static Task<ProductSetId> CreateSetAsync(TestShop shop, string name, string prefix) =>
        shop.Services.GetRequiredService<WhatsCommerceClient>().Catalogs.Sets.CreateAsync(
            name, ProductFilter.Contains("retailer_id", prefix), cancellationToken: Stop);

    /// <summary>Products may be sent within 24 hours of a message of the customer's.</summary>
    private static async Task<EmulatedCustomer> WritesAsync(TestShop shop)
    {
        EmulatedCustomer pablo = shop.Cloud.Customer(Pablo);
        await pablo.SendTextAsync("Hi", Stop);
        return pablo;
    }

    private static string ButtonOf(ReceivedMessage message) => message.Json.GetProperty("interactive").GetProperty("action")
        .GetProperty("buttons")[0].GetProperty("reply").GetProperty("id").GetString()!;

    private static List<(string Id, string Title)> RowsOf(ReceivedMessage message) =>
    [
        .. message.Json.GetProperty("interactive").GetProperty("action").GetProperty("sections")[0].GetProperty("rows").EnumerateArray()
            .Select(row => (row.GetProperty("id").GetString()!, row.GetProperty("title").GetString()!)),
    ];
}

using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Storefront.Tests.Catalog;

public sealed class PriceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prices_ReadWithinTheLastQuarterOfAnHour_AreTakenFromTheStore()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 3);
        await shop.ImportAsync();
        int requests = shop.Cloud.Requests.Count;
        shop.Cloud.Catalog.Update("p-001", item => item with { Price = new Money(9, "USD") });
        shop.Time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(1));

        IReadOnlyList<ProductPrice> prices = await PricesAsync(shop, "p-001", "p-002");

        Assert.Equal([1m, 2m], prices.Select(price => price.Price!.Value.Amount).Order());
        Assert.Equal(requests, shop.Cloud.Requests.Count);
    }

    [Fact]
    public async Task Prices_OlderThanThat_AreReadAgainInOneCallForAllLines()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 200);
        await shop.ImportAsync();
        int requests = shop.Cloud.Requests.Count;
        shop.Cloud.Catalog.Update("p-001", item => item with { Price = new Money(9, "USD") });
        shop.Cloud.Catalog.Remove("p-002");
        shop.Time.Advance(TimeSpan.FromMinutes(15));

        IReadOnlyList<ProductPrice> prices =
            await PricesAsync(shop, [.. Enumerable.Range(1, 200).Select(i => (RetailerId)$"p-{i:000}")]);

        Assert.Equal(requests + 1, shop.Cloud.Requests.Count);
        Assert.Equal(new Money(9, "USD"), prices.Single(price => price.RetailerId == "p-001").Price);
        Assert.Equal(199, prices.Count);
        Assert.Equal(shop.Time.GetUtcNow(), (await shop.FindAsync("p-002")).GoneAt);
        Assert.Equal(199, (await PricesAsync(shop, [.. prices.Select(price => price.RetailerId)])).Count);
        Assert.Equal(requests + 1, shop.Cloud.Requests.Count);
    }

    [Fact]
    public async Task Prices_LongIds_AreReadInAsManyCallsAsAnAddressNeeds()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync();
        RetailerId[] ids = [.. Enumerable.Range(1, 60).Select(i => (RetailerId)$"{i:00}{new string('ä', 98)}")];
        foreach (RetailerId id in ids)
        {
            shop.Cloud.Catalog.Add(id, "Product", new Money(1, "USD"));
        }

        IReadOnlyList<ProductPrice> prices = await PricesAsync(shop, ids);

        Assert.Equal(60, prices.Count);
        shop.Cloud.AssertNoErrors();
    }

    [Fact]
    public async Task Prices_BeforeTheFirstImport_AreReadFromMetaAndStored()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 1);

        ProductPrice price = Assert.Single(await PricesAsync(shop, "p-001", "unknown"));

        Assert.Equal(("Product 1", new Money(1, "USD"), true), (price.Name, price.Price, price.CanBeOrdered));
        Assert.NotNull(await shop.FindAsync("p-001"));
        Assert.Null(await shop.Catalog.FindAsync("unknown", Stop));
    }

    [Fact]
    public async Task Prices_OfAnotherCatalog_AreNotKnown()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 1);
        CatalogPrices source = shop.Services.GetRequiredService<Shops>().Default.Get<CatalogPrices>();

        Assert.Empty(await source.GetPricesAsync(Request("p-001") with { CatalogId = "1" }, Stop));
    }

    [Fact]
    public async Task Prices_ProductThatIsNotReady_CannotBeOrdered()
    {
        await using CatalogFixture shop = await CatalogFixture.OpenAsync(products: 3);
        shop.Cloud.Reviews.Reject("p-001", "WEAPONS");
        shop.Cloud.Catalog.Distort("p-002", "price", "\"on request\"");
        shop.Cloud.Catalog.Add(new EmulatedCatalogItem
        {
            RetailerId = "variant", Title = "Variant", Price = new Money(1, "USD"), ItemGroupId = "p-003",
        });
        await shop.ImportAsync();

        Dictionary<string, ProductPrice> prices =
            (await PricesAsync(shop, "p-001", "p-002", "p-003", "variant")).ToDictionary(price => price.RetailerId.Value!);

        Assert.Equal((false, true), (prices["p-001"].CanBeOrdered, prices["p-002"].CanBeOrdered));
        Assert.Equal((false, true), (prices["p-003"].CanBeOrdered, prices["variant"].CanBeOrdered));
        Assert.Null(prices["p-002"].Price);
    }

    [Fact]
    public void Prices_OnSale_HoldWithinTheirPeriod()
    {
        DateTimeOffset noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        CatalogProduct product = new()
        {
            ShopId = "shop",
            RetailerId = "apple",
            OwnId = "apple",
            Name = "Apple",
            Price = new Money(4, "USD"),
            SalePrice = new Money(3, "USD"),
            SaleFrom = noon,
            SaleUntil = noon.AddHours(1),
            ReadAt = noon,
        };

        Assert.Equal(
            [4m, 3m, 3m, 4m],
            new[] { -1, 0, 59, 60 }.Select(minutes => product.GetPrice(noon.AddMinutes(minutes))!.Value.Amount));
        Assert.Equal(3m, (product with { SaleFrom = null, SaleUntil = null }).GetPrice(noon)!.Value.Amount);
    }

    private static Task<IReadOnlyList<ProductPrice>> PricesAsync(CatalogFixture shop, params RetailerId[] products) =>
        shop.Services.GetRequiredService<Shops>().Default.Get<CatalogPrices>().GetPricesAsync(Request(products), Stop);

    private static PriceRequest Request(params RetailerId[] products) =>
        new() { ShopId = "shop", Customer = new CustomerKey("pablo"), Products = products };
}

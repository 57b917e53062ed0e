using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Replies;

public sealed class CustomerKnowledgeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("+573001234567", "es")]
    [InlineData("+5511987654321", "pt")]
    [InlineData("+6281234567890", "id")]
    [InlineData("+971501234567", "ar")]
    [InlineData("+447700900123", "en")]
    [InlineData("+919876543210", "de")]
    [InlineData("+16505551234", "de")]
    [InlineData("US.13491208655302741918", "de")]
    public async Task Language_OfNobodyKnown_IsThatOfThePhonesCountryThenOfTheShop(string to, string language)
    {
        ShopFixture shop = new(configure: options => options.Language = "de");

        Assert.Equal(language, await new CustomerKnowledge(shop.Services, facts: null).LanguageOfAsync(new("pablo"), to, Stop));
    }

    [Theory]
    [InlineData("+919876543210", "Asia/Kolkata")]
    [InlineData("+573001234567", "America/Bogota")]
    [InlineData("+16505551234", "America/Lima")]
    public async Task TimeZone_OfNobodyKnown_IsThatOfThePhonesCountryThenOfTheShop(string to, string zone)
    {
        ShopFixture shop = new(configure: options => options.TimeZone = "America/Lima");

        Assert.Equal(zone, await new CustomerKnowledge(shop.Services, facts: null).TimeZoneOfAsync(new("pablo"), to, Stop));
    }

    [Fact]
    public async Task Facts_OfTheApp_GoFirst()
    {
        CustomerKnowledge customers = new(new ShopFixture().Services, new FixedFacts("hi", "Asia/Dubai"));

        Assert.Equal("hi", await customers.LanguageOfAsync(new("pablo"), "+573001234567", Stop));
        Assert.Equal("Asia/Dubai", await customers.TimeZoneOfAsync(new("pablo"), "+573001234567", Stop));
    }

    [Fact]
    public async Task Cart_OfACustomerWhoseLanguageIsKnown_IsAnsweredAndOrderedInIt()
    {
        ShopFixture shop = new();
        AnswersFixture answers = new(shop, facts: new FixedFacts("es"));

        Cart cart = await answers.SendCartAsync();

        Assert.Equal("es", (await shop.Rooms.Carts.GetAsync(cart.Id, Stop))!.Language);
        OfferResult offer = await shop.Rooms.Checkout.OfferAsync(cart.Id, cancellationToken: Stop);
        Assert.Equal("es", offer.Order!.Language);
    }

    [Fact]
    public async Task Cart_OfACountryWithALanguage_IsAnsweredInIt()
    {
        ShopFixture shop = new();

        Cart cart = await shop.CartAsync(to: "+573001234567");

        Assert.Equal("es", cart.Language);
    }
}

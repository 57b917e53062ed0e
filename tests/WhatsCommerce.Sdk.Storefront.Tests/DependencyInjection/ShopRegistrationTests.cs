using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.DependencyInjection;

/// <summary>Which shops an app has, and what each of them finds.</summary>
public sealed class ShopRegistrationTests
{
    private readonly ServiceCollection _services = new();

    [Fact]
    public async Task Storefront_ByKeyAndByFactory_IsTheSame()
    {
        AddClient("");
        _services.AddWhatsCommerceStorefront(options => options.ShopId = "main").AddPayOnDelivery();
        _services.AddWhatsCommerceStorefront("berlin", options => options.PhoneNumberIds.Add("2")).AddPayOnDelivery();
        await using ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);
        IStorefrontFactory factory = provider.GetRequiredService<IStorefrontFactory>();

        Storefronts.Storefront berlin = provider.GetRequiredKeyedService<Storefronts.Storefront>("berlin");

        Assert.Equal("berlin", berlin.ShopId);
        Assert.Same(berlin, factory.Get("berlin"));
        Assert.Same(provider.GetRequiredService<Storefronts.Storefront>(), factory.Get("main"));
        Assert.Same(berlin, await factory.FindAsync(new StorefrontRoute { PhoneNumberId = "2" }, TestContext.Current.CancellationToken));
        Assert.Throws<KeyNotFoundException>(() => factory.Get("lisbon"));
        Assert.Throws<KeyNotFoundException>(() => provider.GetRequiredKeyedService<Storefronts.Storefront>("lisbon"));
    }

    [Fact]
    public async Task Rooms_OfOneShop_AreNoneOfTheOthers()
    {
        AddClient("");
        _services.AddWhatsCommerceStorefrontCore("berlin", _ => { }).AddCatalog();
        _services.AddWhatsCommerceStorefrontCore("paris", _ => { }).AddCheckout().AddPayOnDelivery();
        await using ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);
        IStorefrontFactory factory = provider.GetRequiredService<IStorefrontFactory>();

        Assert.NotNull(factory.Get("berlin").Catalog);
        Assert.Throws<InvalidOperationException>(() => factory.Get("berlin").Checkout);
        Assert.Throws<InvalidOperationException>(() => factory.Get("paris").Catalog);
        Assert.Equal(["PayOnDelivery"], factory.Get("paris").Checkout.Providers.Select(way => way.GetType().Name));
    }

    [Fact]
    public async Task Seam_UnderTheKeyOfAShop_ServesItAlone()
    {
        AddClient("");
        FixedPrices all = new();
        FixedPrices berlins = new();
        _services.AddSingleton<IPriceSource>(all).AddKeyedSingleton<IPriceSource>("berlin", berlins);
        _services.AddWhatsCommerceStorefront("berlin", _ => { });
        _services.AddWhatsCommerceStorefront("paris", _ => { });
        await using ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);
        Shops shops = provider.GetRequiredService<Shops>();

        Assert.Same(berlins, shops.Find("berlin")!.Get<IPriceSource>());
        Assert.Same(all, shops.Find("paris")!.Get<IPriceSource>());
        Assert.NotSame(shops.Find("berlin")!.GetOfThisShop<IProductSearch>(), shops.Find("paris")!.GetOfThisShop<IProductSearch>());
    }

    [Fact]
    public async Task Start_TwoShopsWithOneNumber_IsAnError()
    {
        AddClient("");
        _services.AddWhatsCommerceStorefrontCore("berlin", options => options.PhoneNumberIds.Add("7"));
        _services.AddWhatsCommerceStorefrontCore("paris", options => options.PhoneNumberIds.Add("7"));
        await using ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(
            provider.GetRequiredService<Shops>().Prepare);

        Assert.Contains("berlin", exception.Message, StringComparison.Ordinal);
        Assert.Contains("paris", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfANamedShop_StandBelowThoseOfTheStorefrontWithoutAName()
    {
        Uri address = new("https://shop.example/shop");
        AddClient("");
        _services.AddWhatsCommerceStorefront(options => options.PublicAddress = address);
        _services.AddWhatsCommerceStorefront("berlin", options => options.PublicAddress = address);
        await using ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);
        Shops shops = provider.GetRequiredService<Shops>();

        Assert.Equal(address, shops.Default.Get<ShopServices>().PagesAddress);
        Assert.Equal(new Uri("https://shop.example/shop/berlin"), shops.Find("berlin")!.Get<ShopServices>().PagesAddress);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ber/lin")]
    [InlineData("pay")]
    public void AddWhatsCommerceStorefront_NameThatCannotBe_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => _services.AddWhatsCommerceStorefront(name, _ => { }));

    [Fact]
    public void Options_OfANamedShopWithAnotherId_AreAnError()
    {
        _services.AddWhatsCommerceStorefront("berlin", options => options.ShopId = "paris");
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptionsMonitor<StorefrontOptions>>().Get("berlin"));
    }

    [Fact]
    public async Task Listing_ThatHasChanged_IsAnotherShopWithItsOwnOptions()
    {
        AddClient("");
        OneTenant directory = new();
        _services.AddSingleton<IStorefrontDirectory>(directory);
        _services.AddWhatsCommerceStorefront(options => options.Language = "pt").AddPayOnDelivery();
        await using ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);
        Shops shops = provider.GetRequiredService<Shops>();
        await shops.RefreshAsync(TestContext.Current.CancellationToken);
        Storefronts.Storefront first = shops.Get("tenant");
        await shops.RefreshAsync(TestContext.Current.CancellationToken);
        Storefronts.Storefront same = shops.Get("tenant");

        directory.Listing = new StorefrontListing("tenant") { Version = "2" }
            .Configure<StorefrontOptions>(options => options.TimeZone = "Europe/Lisbon");
        await shops.RefreshAsync(TestContext.Current.CancellationToken);
        Storefronts.Storefront changed = shops.Get("tenant");

        Assert.Same(first, same);
        Assert.NotSame(first, changed);
        StorefrontOptions options = changed.GetOptions<StorefrontOptions>();
        Assert.Equal(("tenant", "pt", "Europe/Lisbon"), (options.ShopId, options.Language, options.TimeZone));
    }

    [Fact]
    public async Task Listing_WhoseOptionsAreWrong_StandsInNobodysWay()
    {
        AddClient("");
        OneTenant directory = new()
        {
            Listing = new StorefrontListing("tenant").Configure<StorefrontOptions>(options => options.TimeZone = "Mars/Olympus"),
        };
        _services.AddSingleton<IStorefrontDirectory>(directory);
        _services.AddWhatsCommerceStorefront(_ => { });
        await using ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);
        Shops shops = provider.GetRequiredService<Shops>();

        await shops.RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Empty(shops.Active);
        Assert.Throws<KeyNotFoundException>(() => shops.Get("tenant"));
    }

    [Fact]
    public void UseDirectory_OfANamedStorefront_IsRefused() => Assert.Throws<InvalidOperationException>(
        () => _services.AddWhatsCommerceStorefront("berlin", _ => { }).UseDirectory<OneTenant>());

    private void AddClient(string name) => _services.AddWhatsCommerce(name, options =>
    {
        options.PhoneNumberId = "1";
        options.AccessToken = "EAA";
    });

    private sealed class OneTenant : IStorefrontDirectory
    {
        public StorefrontListing Listing { get; set; } = new("tenant") { Version = "1" };

        public ValueTask<StorefrontListing?> FindAsync(string shopId, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(shopId == Listing.ShopId ? Listing : null);

        public ValueTask<StorefrontListing?> FindAsync(StorefrontRoute route, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<StorefrontListing?>(null);

        public IAsyncEnumerable<StorefrontListing> ListAsync(CancellationToken cancellationToken = default) =>
            new[] { Listing }.ToAsyncEnumerable();
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Storefront.Tests.DependencyInjection;

public sealed class RegistrationTests
{
    private readonly ServiceCollection _services = new();

    [Fact]
    public void Storefront_FromConfiguration_HasItsOptionsAndRooms()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Shop:ShopId"] = "bakery",
            ["Shop:PricesIncludeTax"] = "false",
            ["Shop:QuoteLifetime"] = "00:30:00",
            ["Shop:Texts:es:RetryButton"] = "Otra vez",
        }).Build();
        _services.AddWhatsCommerce(options =>
        {
            options.PhoneNumberId = "1";
            options.AccessToken = "EAA";
        });
        _services.AddWhatsCommerceStorefront(configuration.GetSection("Shop")).AddPayOnDelivery();
        using ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);

        StorefrontOptions options = provider.GetRequiredService<IOptions<StorefrontOptions>>().Value;

        Assert.Equal(("bakery", false, TimeSpan.FromMinutes(30)), (options.ShopId, options.PricesIncludeTax, options.QuoteLifetime));
        Assert.Equal("Otra vez", new Texts(options).Get(StorefrontText.RetryButton, "es-MX"));
        Assert.Equal("Try again", new Texts(options).Get(StorefrontText.RetryButton, "fr"));
        Storefronts.Storefront shop = provider.GetRequiredService<Storefronts.Storefront>();
        Assert.NotNull(shop.Checkout);
        Assert.NotNull(shop.Orders);
    }

    [Theory]
    [InlineData("OrderPlaced", "Order {{order_nummer}}", "{{order_nummer}}")]
    [InlineData("OrderPlacd", "Order", "there is no such text")]
    [InlineData("12", "Order", "there is no such text")]
    [InlineData("PayButton", "A button with far too many characters", "longer than 20")]
    [InlineData("Total", " ", "empty")]
    public void Texts_ThatCannotBeWritten_AreAnErrorAtStart(string name, string text, string problem)
    {
        _services.AddWhatsCommerceStorefront(options => options.Texts["en"] = new Dictionary<string, string> { [name] = text });
        using ServiceProvider provider = _services.BuildServiceProvider();

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(
            () => provider.GetRequiredService<IOptions<StorefrontOptions>>().Value);

        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OutOfRange_AreAnErrorAtStart()
    {
        _services.AddWhatsCommerceStorefront(options => options.QuoteLifetime = TimeSpan.FromSeconds(1));
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<StorefrontOptions>>().Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OrderHandler_OfTheAppsOwn_IsAnErrorUnlessBothAreWanted(bool allowsBoth)
    {
        _services.AddWhatsCommerceStorefront(options => options.AllowOwnOrderHandlers = allowsBoth);
        _services.AddWhatsCommerceWebhooks(_ => { }).AddHandler<OwnHandler>();
        using ServiceProvider provider = _services.BuildServiceProvider();

        if (allowsBoth)
        {
            Assert.NotNull(provider.GetRequiredService<IOptions<StorefrontOptions>>().Value);
        }
        else
        {
            OptionsValidationException exception = Assert.Throws<OptionsValidationException>(
                () => provider.GetRequiredService<IOptions<StorefrontOptions>>().Value);
            Assert.Contains(nameof(OwnHandler), exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void OrderHandler_ThatIsADelegate_IsAnErrorToo()
    {
        _services.AddWhatsCommerceWebhooks(_ => { }).Handle<OrderEvent>("own orders", (_, _) => Task.CompletedTask);
        _services.AddWhatsCommerceStorefront(_ => { });
        using ServiceProvider provider = _services.BuildServiceProvider();

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(
            () => provider.GetRequiredService<IOptions<StorefrontOptions>>().Value);
        Assert.Contains("own orders", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OrderHandler_OfAnotherEndpoint_IsAnErrorToo()
    {
        _services.AddWhatsCommerceWebhooks("other", _ => { }).Handle<OrderEvent>("own orders", (_, _) => Task.CompletedTask);
        _services.AddWhatsCommerceStorefront(_ => { });
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<StorefrontOptions>>().Value);
    }

    [Fact]
    public void Storefront_AnyEndpoint_FeedsIt()
    {
        WhatsCommerceWebhooksBuilder before = _services.AddWhatsCommerceWebhooks("before", _ => { });
        _services.AddWhatsCommerceStorefront("berlin", _ => { });
        _services.AddWhatsCommerceStorefront("paris", _ => { });
        WhatsCommerceWebhooksBuilder after = _services.AddWhatsCommerceWebhooks("after", _ => { });

        Assert.Equal(["storefront.carts"], before.HandlersOf<OrderEvent>());
        Assert.Equal(["storefront.carts"], after.HandlersOf<OrderEvent>());
        Assert.Equal(before.HandlersOf<MessageEvent>(), after.HandlersOf<MessageEvent>());
        Assert.Contains("storefront.messages", after.HandlersOf<MessageEvent>());
    }

    [Fact]
    public void Handlers_OfABaseType_AreNoError()
    {
        _services.AddWhatsCommerceStorefront(_ => { });
        _services.AddWhatsCommerceWebhooks(_ => { })
            .Handle<MessageEvent>("log", (_, _) => Task.CompletedTask)
            .Handle<WebhookEvent>("count", (_, _) => Task.CompletedTask);
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<IOptions<StorefrontOptions>>().Value);
    }

    [Fact]
    public void Core_WithAReplyAlone_HandlesMessagesAndNoCarts()
    {
        _services.AddWhatsCommerceStorefrontCore(_ => { }).AddReply((_, _) => Task.FromResult(true));

        WhatsCommerceWebhooksBuilder endpoint = _services.AddWhatsCommerceWebhooks(_ => { });
        // The place of conversations is kept, whenever they are added.
        Assert.Equal(["storefront.conversations.messages", "storefront.messages"], endpoint.HandlersOf<MessageEvent>());
        Assert.Empty(endpoint.HandlersOf<OrderEvent>());
    }

    [Fact]
    public void AddOpeningHours_UnknownTimeZone_IsRefused() => Assert.Throws<ArgumentException>(
        () => _services.AddWhatsCommerceStorefront(_ => { }).AddOpeningHours(hours => hours.TimeZone = "Mars/Olympus"));

    [Fact]
    public void Options_UnknownTimeZone_AreAnErrorAtStart()
    {
        _services.AddWhatsCommerceStorefront(options => options.TimeZone = "Mars/Olympus");
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<StorefrontOptions>>().Value);
    }

    [Fact]
    public void Core_WithoutRooms_HandlesNoWebhooksAndNamesTheMissingRoom()
    {
        _services.AddWhatsCommerceStorefrontCore(_ => { });
        using ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);

        Assert.DoesNotContain(_services, service => service.ServiceType == typeof(WebhookProcessor));
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(
            () => provider.GetRequiredService<Storefronts.Storefront>().Checkout);
        Assert.Contains("AddCheckout()", exception.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["StoreStart", "ShopPartsCheck", "StartChecks", "StorefrontWorker"],
            provider.GetServices<IHostedService>().Select(service => service.GetType().Name));
    }

    [Fact]
    public void Core_WithoutTheCatalog_HasNothingOfIt()
    {
        _services.AddWhatsCommerceStorefrontCore(_ => { }).AddCarts();
        using ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);

        Assert.DoesNotContain(_services, service => service.ServiceType == typeof(ICatalogStore));
        Assert.Null(provider.GetRequiredService<Shops>().Default.Find<CatalogPrices>());
        Assert.Single(provider.GetRequiredService<Shops>().Default.Own<IShopWork>());
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(
            () => provider.GetRequiredService<Storefronts.Storefront>().Catalog);
        Assert.Contains("AddCatalog()", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Core_WithTheCatalogAlone_HasNoOtherRoom()
    {
        _services.AddWhatsCommerce(options =>
        {
            options.PhoneNumberId = "1";
            options.AccessToken = "EAA";
        });
        _services.AddWhatsCommerceStorefrontCore(_ => { }).AddCatalog().AddCatalog();
        using ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);

        Storefronts.Storefront shop = provider.GetRequiredService<Storefronts.Storefront>();
        Assert.Same(SkuMap.Equality, shop.Catalog.SkuMap);
        Assert.Throws<InvalidOperationException>(() => shop.Checkout);
        Assert.Single(provider.GetRequiredService<Shops>().Default.Own<IShopWork>().OfType<CatalogWork>());
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(501, 15)]
    [InlineData(100, 0)]
    public void CatalogOptions_OutOfRange_AreAnErrorAtStart(int pageSize, int interval)
    {
        _services.AddWhatsCommerceStorefront(options =>
        {
            options.Catalog.PageSize = pageSize;
            options.Catalog.FollowInterval = TimeSpan.FromMinutes(interval);
        });
        using ServiceProvider provider = _services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<StorefrontOptions>>().Value);
    }

    [Fact]
    public void AddWhatsCommerceStorefront_Twice_AddsToTheSame()
    {
        _services.AddWhatsCommerceStorefront(_ => { }).On<OrderPlaced>("book", (_, _) => Task.CompletedTask);

        Assert.Throws<ArgumentException>(
            () => _services.AddWhatsCommerceStorefront(_ => { }).On<OrderPlaced>("book", (_, _) => Task.CompletedTask));
    }

    [Theory]
    [InlineData("")]
    [InlineData("storefront.carts")]
    public void On_NameThatCannotBe_IsRefused(string name) => Assert.Throws<ArgumentException>(
        () => _services.AddWhatsCommerceStorefront(_ => { }).On<OrderPlaced>(name, (_, _) => Task.CompletedTask));

    [Theory]
    [InlineData("shop.example/pay", "0123456789abcdef0123456789abcdef")]
    [InlineData("ftp://shop.example/pay", "0123456789abcdef0123456789abcdef")]
    [InlineData("https://shop.example/pay", "short")]
    public void AddExternalCheckout_BadAddressOrSecret_IsRefused(string url, string secret) => Assert.Throws<ArgumentException>(
        () => _services.AddWhatsCommerceStorefront(_ => { }).AddExternalCheckout(url, secret));

    private sealed class OwnHandler : IWebhookHandler<OrderEvent>
    {
        public Task HandleAsync(OrderEvent webhookEvent, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

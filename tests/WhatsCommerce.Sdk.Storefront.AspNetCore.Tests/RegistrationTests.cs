using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>What is refused when the app starts.</summary>
public sealed class RegistrationTests
{
    private readonly WebApplicationBuilder _builder = WebApplication.CreateSlimBuilder();

    [Fact]
    public void Map_WithoutAStorefront_NamesTheMissingCall()
    {
        using WebApplication app = _builder.Build();

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => app.MapWhatsCommerceStorefront("/shop"));

        Assert.Contains("AddWhatsCommerceStorefront", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_CartsOnly_NamesTheMissingRoom()
    {
        _builder.Services.AddWhatsCommerceStorefrontCore(_ => { }).AddCarts();
        using WebApplication app = _builder.Build();

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => app.MapWhatsCommerceStorefront("/shop"));

        Assert.Contains("AddCheckout()", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddPages_FromConfiguration_HasTheOptions()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Pages:ShopName"] = "The corner shop",
            ["Pages:MaxWait"] = "00:00:20",
            ["Pages:Texts:es:ThanksTitle"] = "¡Mil gracias!",
        }).Build();
        _builder.Services.AddWhatsCommerceStorefront(_ => { }).AddPages(configuration.GetSection("Pages"));
        using WebApplication app = _builder.Build();

        StorefrontPagesOptions options = app.Services.GetRequiredService<IOptions<StorefrontPagesOptions>>().Value;

        Assert.Equal(("The corner shop", TimeSpan.FromSeconds(20)), (options.ShopName, options.MaxWait));
        Assert.Equal("¡Mil gracias!", options.Texts["es"]["ThanksTitle"]);
    }

    [Fact]
    public void Map_TwoReceiversOfOneProvidersWebhooks_IsAnErrorThatNamesIt()
    {
        _builder.Services.AddWhatsCommerce(PagesSite.Configure);
        _builder.Services.AddWhatsCommerceStorefront(_ => { });
        _builder.Services.AddSingleton<IPriceSource>(new WhatsCommerce.Sdk.Storefront.Tests.FixedPrices());
        _builder.Services.AddSingleton<IProviderWebhooks, Receiver>().AddSingleton<IProviderWebhooks, Receiver>();
        using WebApplication app = _builder.Build();

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => app.MapWhatsCommerceStorefront("/shop"));

        Assert.Contains("\"bank\"", exception.Message, StringComparison.Ordinal);
    }

    public static TheoryData<Action<StorefrontPagesOptions>, string> Mistakes => new()
    {
        { options => options.WhatsAppNumber = "call me", "WhatsAppNumber" },
        { options => options.MaxWait = TimeSpan.Zero, "MaxWait" },
        { options => options.MaxWebhookBytes = 1, "MaxWebhookBytes" },
        { options => options.WebhookTimeout = TimeSpan.FromHours(1), "WebhookTimeout" },
        { options => options.Texts["en"] = new Dictionary<string, string> { ["PaidText"] = "{{order_nummer}}" }, "{{order_nummer}}" },
        { options => options.Texts["en"] = new Dictionary<string, string> { ["PaidText"] = "{{order_number" }, "is not a placeholder" },
        { options => options.Texts["English"] = new Dictionary<string, string> { ["PayTitle"] = "Pay" }, "\"English\" is not a language" },
        { options => options.Texts["en"] = new Dictionary<string, string> { ["PayTitel"] = "Pay" }, "there is no such text" },
        { options => options.Texts["en"] = new Dictionary<string, string> { ["PayTitle"] = " " }, "empty" },
    };

    [Theory, MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void Map_OptionsThatCannotBe_AreAnErrorThatNamesThem(Action<StorefrontPagesOptions> configure, string problem)
    {
        _builder.Services.AddWhatsCommerce(PagesSite.Configure);
        _builder.Services.AddWhatsCommerceStorefront(_ => { }).AddPages(configure);
        _builder.Services.AddSingleton<IPriceSource>(new WhatsCommerce.Sdk.Storefront.Tests.FixedPrices());
        using WebApplication app = _builder.Build();

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(() => app.MapWhatsCommerceStorefront("/shop"));

        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    private sealed class Receiver : IProviderWebhooks
    {
        public string Provider => "bank";

        public Task<ProviderWebhookResult> ReceiveAsync(ProviderWebhook webhook, CancellationToken cancellationToken = default) =>
            Task.FromResult(ProviderWebhookResult.Taken);
    }
}

using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Payments.Providers;

public sealed class ProviderOptionsTests
{
    [Theory]
    [InlineData("Production", false, true, true)]
    [InlineData("Production", false, false, false)]
    [InlineData("Production", true, true, false)]
    [InlineData("Development", false, true, false)]
    public void Check_TestKeys_AreRefusedInProductionByTheirGuard(string environment, bool isAllowed, bool isGuarded, bool isRefused)
    {
        Guards guards = isGuarded ? Guards.All : Guards.Without(Guard.TestKeysAreRefused);
        ProviderOptionsCheck<PayPalOptions> check = new("PayPal", new Place(environment), guards);
        PayPalOptions options = new() { ClientId = "a", ClientSecret = "b", UseSandbox = true, AllowTestKeys = isAllowed };

        Assert.Equal(isRefused, check.Validate(null, options).Failed);
    }

    [Theory]
    [InlineData("https://local.example/", true)]
    [InlineData("http://127.0.0.1:4242/", true)]
    [InlineData("http://local.example/", false)]
    [InlineData("ftp://127.0.0.1/", false)]
    public void Check_BaseAddress_TakesTheKeysNowhereInTheClear(string address, bool isTaken)
    {
        ProviderOptionsCheck<RazorpayOptions> check = new("Razorpay", environment: null, Guards.All);
        RazorpayOptions options = new() { KeyId = "rzp_live_1", KeySecret = "b", BaseAddress = new Uri(address) };

        Assert.Equal(isTaken, check.Validate(null, options).Succeeded);
    }

    [Theory]
    [InlineData("pt-BR", "Pagar agora")]
    [InlineData("pt_BR", "Pagar agora")]
    [InlineData("pt-PT", "Pagar")]
    [InlineData("es", "PayPal")]
    public void TitleFor_LanguageWithARegion_IsThatOfTheRegionOrOfTheLanguage(string language, string title) => Assert.Equal(
        title,
        new PayPalOptions { Titles = { ["pt"] = "Pagar", ["pt-BR"] = "Pagar agora", ["pt_BR"] = "Pagar agora" } }.TitleFor(language));

    [Theory]
    [InlineData("", "no longer needed")]
    [InlineData("Pay now", " ")]
    public void Check_WhatsAppPaymentsWithoutWords_AreRefused(string body, string canceled)
    {
        WhatsAppPaymentsCheck check = new(static _ => true);

        string? problem = check.Validate(null, new WhatsAppPaymentsOptions { Body = body, CanceledText = canceled }).FailureMessage;

        Assert.StartsWith("Body, Bodies and CanceledText must have from 1 to 1024 characters; one has ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AddPayPal_WithoutPublicAddress_IsAnErrorAtStart()
    {
        ServiceCollection services = new();
        services.AddWhatsCommerceStorefront(_ => { }).AddPayPal(_ => { });
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<StorefrontOptions>>().Value);
        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<PayPalOptions>>().Value);
    }

    [Theory]
    [InlineData("JPY", "500", 500, "500")]
    [InlineData("USD", "5.10", 510, "5.10")]
    [InlineData("ISK", "5", 500, "5.00")]
    [InlineData("UGX", "5", 500, "5.00")]
    [InlineData("KWD", "5.120", 5_120, "5.120")]
    [InlineData("MGA", "5", 5, "5")]
    [InlineData("KWD", "5.124", null, null)]
    [InlineData("MGA", "5.2", null, null)]
    public void Stripe_Amount_IsWrittenWithItsOwnDigits(string currency, string amount, int? minor, string? text)
    {
        ProviderMoney writing = ProviderCurrencies.Stripe[currency];
        Money money = new(decimal.Parse(amount, CultureInfo.InvariantCulture), currency);

        Assert.Equal(minor is not null, writing.CanWrite(money));
        if (minor is not null)
        {
            Assert.Equal((minor.Value, text), (writing.ToMinor(money), writing.ToText(money)));
            Assert.Equal(money, writing.FromMinor(minor.Value, currency));
        }
    }

    [Theory]
    [InlineData("HUF", "500", "500")]
    [InlineData("TWD", "500", "500")]
    [InlineData("JPY", "500", "500")]
    [InlineData("EUR", "5.1", "5.10")]
    [InlineData("HUF", "500.5", null)]
    public void PayPal_Amount_IsWrittenWithItsOwnDigits(string currency, string amount, string? text)
    {
        ProviderMoney writing = ProviderCurrencies.PayPal[currency];
        Money money = new(decimal.Parse(amount, CultureInfo.InvariantCulture), currency);

        Assert.Equal(text, writing.CanWrite(money) ? writing.ToText(money) : null);
    }

    private sealed class Place(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "shop";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}

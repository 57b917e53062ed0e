using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>What no page may do, whatever stands in its texts.</summary>
public sealed partial class PageSafetyTests
{
    private const string Evil = "\"><script>alert('x')</script><img src=x onerror=alert(1)>{{order_number}}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("return")]
    [InlineData("cancel")]
    [InlineData("pay")]
    public async Task Pages_OfAnAttempt_AreKeptNowhereAndRunNothing(string page)
    {
        await using PagesSite site = await PagesSite.OpenAsync();
        AttemptId attempt = await site.AttemptAsync();

        using HttpResponseMessage response = await site.Client.GetAsync(new Uri($"/shop/{page}/{attempt}", UriKind.Relative), Stop);
        string html = await response.Content.ReadAsStringAsync(Stop);

        string style = Style().Match(html).Groups["style"].Value;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Header("Content-Security-Policy"));
        Assert.Equal("no-store", Header("Cache-Control"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);

        string Header(string name) => response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.Single() : "";
    }

    [Fact]
    public async Task Pages_OfAnAttempt_ShowNothingOfTheCustomer()
    {
        await using PagesSite site = await PagesSite.OpenAsync();
        AttemptId attempt = await site.AttemptAsync();

        foreach (string page in (string[])["return", "cancel", "pay"])
        {
            (_, string html) = await site.GetAsync($"/{page}/{attempt}");
            Assert.DoesNotContain("6505551234", html, StringComparison.Ordinal);
            Assert.DoesNotContain("pablo", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Pages_WithMarkupInEveryText_ShowItAsText()
    {
        PagesSetup setup = new()
        {
            Services = services => services
                .AddSingleton<IOrderNumbers, EvilNumbers>()
                .AddSingleton<ICheckoutProvider>(new TitledProvider(Evil)),
            Pages = options =>
            {
                options.ShopName = Evil;
                options.Texts["en"] = Enum.GetNames<StorefrontPageText>().ToDictionary(
                    name => name, name =>
                        Evil.Replace("{{order_number}}", TakesNumber(name) ? "{{order_number}}" : "", StringComparison.Ordinal));
            },
        };
        setup.Prices.Prices[0] = setup.Prices.Prices[0] with { Name = Evil };
        await using PagesSite site = await PagesSite.OpenAsync(setup);
        AttemptId attempt = await site.AttemptAsync();

        List<string> pages = [];
        foreach (ProviderPaymentState state in (ProviderPaymentState[])[ProviderPaymentState.Open, ProviderPaymentState.Pending])
        {
            setup.Provider.Says = of => new ProviderPayment { State = state, Url = "https://pay.example/\"><script>" };
            foreach (string page in (string[])["return", "cancel", "pay"])
            {
                pages.Add((await site.GetAsync($"/{page}/{attempt}")).Html);
            }
        }

        pages.Add((await site.GetAsync("/return/unknown")).Html);
        setup.Provider.Says = of => new ProviderPayment { State = ProviderPaymentState.Expired };
        setup.Time.Advance(TimeSpan.FromHours(2));
        setup.Prices.Prices[0] = setup.Prices.Prices[0] with { Price = new Money(9m, "USD") };
        pages.Add((await site.GetAsync($"/pay/{attempt}")).Html);
        Assert.Contains("/confirm/", pages[^1], StringComparison.Ordinal);
        Assert.All(pages, html =>
        {
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);

            // A quote in a value would end its attribute.
            Assert.DoesNotContain("\"&gt;", html, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("/relative")]
    public async Task Pay_AddressThatIsNotOfTheWeb_IsNotLinked(string url)
    {
        await using PagesSite site =
            await PagesSite.OpenAsync(new PagesSetup { Provider = { Says = _ => new() { State = ProviderPaymentState.Open, Url = url } } });
        AttemptId attempt = await site.AttemptAsync();

        foreach (string page in (string[])["return", "pay", "cancel"])
        {
            Assert.DoesNotContain(url, (await site.GetAsync($"/{page}/{attempt}")).Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/shop/pay/{0}", "/shop/pay/")]
    [InlineData("/shop/pay/{0}/", "/shop/pay/")]
    [InlineData("/behind/shop/pay/{0}", "/behind/shop/pay/")]
    public async Task Links_WhateverStandsBeforeThePages_LeadToPages(string path, string expected)
    {
        PagesSetup setup = new()
        {
            App = app => app.UsePathBase("/behind"),
            Services = services => services.AddSingleton<ICheckoutProvider>(new TitledProvider("Another way")),
        };
        await using PagesSite site = await PagesSite.OpenAsync(setup);
        AttemptId attempt = await site.AttemptAsync();
        Uri address = new(site.Client.BaseAddress!, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, attempt));

        string html = await site.Client.GetStringAsync(address, Stop);

        Uri form = new(address, FormAction().Match(html).Groups["address"].Value);
        Assert.Equal($"{expected}{attempt}/titled", form.AbsolutePath);
    }

    [Fact]
    public async Task Logs_OfAPurchase_HoldNoAttemptAndNoAddress()
    {
        await using PagesSite site = await PagesSite.OpenAsync();
        AttemptId attempt = await site.AttemptAsync();
        await site.GetAsync($"/return/{attempt}");
        using HttpResponseMessage refused = await site.ChooseAsync(attempt, "scripted", origin: "https://evil.example");

        Assert.Contains(site.Setup.Logs.OfSdk, entry => entry.Id == 453);
        Assert.DoesNotContain(site.Setup.Logs.OfSdk, entry => entry.Text.Contains("pay.example", StringComparison.Ordinal)
            || entry.Text.Contains("evil", StringComparison.Ordinal)
            || entry.Text.Contains("6505551234", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static bool TakesNumber(string name) =>
        new TextTemplate(EnglishPageTexts.All[Enum.Parse<StorefrontPageText>(name)]).Names.Contains("order_number");

    [GeneratedRegex("<style>(?<style>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Style();

    [GeneratedRegex("<form method=\"post\" action=\"(?<address>[^\"]*)\">", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex FormAction();

    private sealed class EvilNumbers : IOrderNumbers
    {
        public Task<string> NextAsync(string shopId, CancellationToken cancellationToken) => Task.FromResult(Evil);
    }
}

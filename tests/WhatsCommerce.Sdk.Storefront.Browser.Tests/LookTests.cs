using Microsoft.Playwright;
using WhatsCommerce.Emulator.Browser.Tests;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Sdk.Storefront.Browser.Tests;

/// <summary>How the pages look, narrow and wide, light and dark: for a person in <c>artifacts/screenshots</c>, and for axe-core.</summary>
public sealed class LookTests(Chromium chromium) : StorefrontPageTest(chromium)
{
    private const string Evil = "<img src=x onerror=\"window.taken = 1\"><script>window.taken = 1</script>";

    public static TheoryData<int, ColorScheme, string> Windows => new()
    {
        { 390, ColorScheme.Light, "en" },
        { 390, ColorScheme.Dark, "ar" },
        { 1440, ColorScheme.Light, "pt-BR" },
        { 1440, ColorScheme.Dark, "en" },
    };

    [Theory(Timeout = Longest), MemberData(nameof(Windows))]
    public async Task Pages_InEveryState_FitTheWindowAndHaveNoSeriousViolation(int width, ColorScheme colors, string language)
    {
        BrowserShop shop = await OpenShopAsync(options => options.Language = language);
        IBrowserContext window = await OpenWindowAsync(width, colors);
        await AxeCore.AddToAsync(window);
        IPage page = await window.NewPageAsync();
        string name = $"shop-{width}-{(colors == ColorScheme.Dark ? "dark" : "light")}-{language}";
        AttemptId first = (await shop.OfferAsync()).Attempt!.Id;

        await LookAsync("not-known", shop.Page("return", "0123456789abcdefghjkmnpqrstvwxyz"));
        await LookAsync("pay", shop.Page("pay", first));
        await LookAsync("open", shop.Page("cancel", first));
        shop.Bank.Set(first, ProviderPaymentState.Failed);
        await LookAsync("failed", shop.Page("return", first));
        AttemptId second = (await shop.OfferAsync(isNew: false)).Attempt!.Id;
        shop.Bank.Set(second, ProviderPaymentState.Expired);
        await LookAsync("expired", shop.Page("return", second));
        AttemptId third = (await shop.OfferAsync(isNew: false)).Attempt!.Id;
        shop.Bank.Set(third, ProviderPaymentState.Pending);
        await LookAsync("pending", shop.Page("return", third));
        shop.Bank.Set(third, ProviderPaymentState.Paid);
        await LookAsync("thanks", shop.Page("return", third));
        AttemptId fourth = (await shop.OfferAsync()).Attempt!.Id;
        shop.Bank.Set(fourth, ProviderPaymentState.Expired);
        shop.Time.Ahead = TimeSpan.FromHours(2);
        shop.Prices.Prices[0] = shop.Prices.Prices[0] with { Price = new Money(3.99m, "USD") };
        await LookAsync("changed", shop.Page("pay", fourth));
        await Expect(page.GetByRole(AriaRole.Button).First).ToContainTextAsync("USD");

        async Task LookAsync(string what, Uri address)
        {
            await page.GotoAsync(address.ToString());
            await page.ScreenshotAsync(new()
            {
                Path = Path.Combine(SharedMaterial.Repository, $"artifacts/screenshots/{name}-{what}.png"),
                FullPage = true,
            });
            Assert.True(
                await page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"),
                $"{name}-{what} goes over the side of the window.");
            await AxeCore.AssertNothingSeriousAsync(page, $"{name}-{what}");
        }
    }

    [Fact(Timeout = Longest)]
    public async Task Pages_WithScriptInAName_RunNothing()
    {
        BrowserShop shop = await OpenShopAsync(productName: Evil);
        AttemptId attempt = (await shop.OfferAsync()).Attempt!.Id;
        IPage page = await (await OpenWindowAsync()).NewPageAsync();

        foreach (string name in (string[])["pay", "cancel", "return"])
        {
            await page.GotoAsync(shop.Page(name, attempt).ToString());
            await Expect(page.GetByRole(AriaRole.Table)).ToContainTextAsync(Evil);
            Assert.True(await page.EvaluateAsync<bool>("() => window.taken === undefined && document.scripts.length === 0"));
        }
    }
}

using Microsoft.Playwright;
using WhatsCommerce.Emulator.Browser.Tests;
using WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Sdk.Storefront.Browser.Tests;

/// <summary>A test with the inbox of a shop, open in windows of several agents.</summary>
public abstract class InboxPageTest(Chromium chromium) : StorefrontPageTest(chromium)
{
    // So many stops no way through the page has.
    private const int MostStops = 60;

    private protected async Task<IPage> OpenInboxAsync(
        BrowserShop shop,
        string agent = "ann",
        int width = 1440,
        ColorScheme colors = ColorScheme.Light,
        bool checks = false,
        string? script = null)
    {
        IBrowserContext window = await OpenWindowAsync(width, colors);
        await window.AddCookiesAsync([new Cookie { Name = AgentScheme.Cookie, Value = agent, Url = shop.Address.ToString() }]);
        if (checks)
        {
            await AxeCore.AddToAsync(window);
        }

        if (script is not null)
        {
            await window.AddInitScriptAsync(script);
        }

        IPage page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(shop.Address, "/inbox").ToString());
        await Expect(page.Locator("body[data-ready]")).ToBeAttachedAsync();
        return page;
    }

    /// <summary>Opens a conversation.</summary>
    private protected static async Task ChooseAsync(IPage page, CustomerKey customer)
    {
        await page.Locator($"[data-customer='{customer}']").ClickAsync();
        await Expect(page.Locator(".acts button").First).ToBeVisibleAsync();
    }

    /// <summary>Goes to something by Tab alone.</summary>
    private protected static async Task ReachAsync(IPage page, ILocator target, string what)
    {
        await Expect(target).ToBeVisibleAsync();
        for (int stop = 0; stop < MostStops; stop++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach {what}.");
    }
}

using Microsoft.Playwright;
using WhatsCommerce.Emulator.Browser.Tests;
using WhatsCommerce.Storefronts;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Sdk.Storefront.Browser.Tests;

/// <summary>Purchases without a mouse.</summary>
public sealed class KeyboardPurchaseTests(Chromium chromium) : StorefrontPageTest(chromium)
{
    // So many stops no page has.
    private const int MostStops = 20;

    [Fact(Timeout = Longest)]
    public async Task Purchase_ByKeyboardAlone_IsPaidAndThanked()
    {
        BrowserShop shop = await OpenShopAsync();
        OfferResult offer = await shop.OfferAsync();
        IPage page = await (await OpenWindowAsync()).NewPageAsync();
        await page.GotoAsync(shop.Page("pay", offer.Attempt!.Id).ToString());

        await PressAsync(page, AriaRole.Link, "Card");
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Pay 15.59 USD");
        await PressAsync(page, AriaRole.Button, "Pay now");

        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Thank you!");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync($"Your order {offer.Order!.Number} is placed and paid.");
        Order order = (await shop.Shop.Orders.GetAsync(offer.Order.Id, Stop))!;
        Assert.Equal((OrderState.Placed, OrderPaymentState.Paid), (order.State, order.Payment));
    }

    [Fact(Timeout = Longest)]
    public async Task Choice_AfterADeclinedCard_LeadsToTheCardAgainByKeyboardAlone()
    {
        BrowserShop shop = await OpenShopAsync();
        OfferResult offer = await shop.OfferAsync();
        IPage page = await (await OpenWindowAsync(width: 390)).NewPageAsync();
        shop.Bank.Ends = ProviderPaymentState.Failed;
        await page.GotoAsync(shop.Page("pay", offer.Attempt!.Id).ToString());
        await PressAsync(page, AriaRole.Link, "Card");
        await PressAsync(page, AriaRole.Button, "Pay now");
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("The payment did not go through");

        // A new offer: the form leads to the shop's own page, and that to the bank by itself.
        shop.Bank.Ends = ProviderPaymentState.Paid;
        await PressAsync(page, AriaRole.Link, "Choose how to pay");
        await PressAsync(page, AriaRole.Button, "Card");
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Pay 15.59 USD");
        await PressAsync(page, AriaRole.Button, "Pay now");

        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Thank you!");
        Assert.Equal(2, (await shop.Shop.Orders.ListAttemptsAsync(offer.Order!.Id, Stop)).Count);
    }

    [Fact(Timeout = Longest)]
    public async Task Choice_OfPayingOnDelivery_PlacesTheOrderByKeyboardAlone()
    {
        BrowserShop shop = await OpenShopAsync();
        OfferResult offer = await shop.OfferAsync();
        IPage page = await (await OpenWindowAsync()).NewPageAsync();
        await page.GotoAsync(shop.Page("pay", offer.Attempt!.Id).ToString());
        await PressAsync(page, AriaRole.Link, "Card");
        await PressAsync(page, AriaRole.Link, "Back to the shop");
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Not paid yet");

        await PressAsync(page, AriaRole.Link, "Choose how to pay");
        await PressAsync(page, AriaRole.Button, "Pay on delivery");

        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("You pay on delivery.");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Thank you!");
    }

    /// <summary>Goes somewhere by Tab, where the focus must be seen on the shop's pages, and presses Enter.</summary>
    private static async Task PressAsync(IPage page, AriaRole role, string name)
    {
        ILocator target = page.GetByRole(role, new() { Name = name, Exact = true });
        await Expect(target).ToBeVisibleAsync();
        for (int stop = 0; stop < MostStops; stop++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                if (new Uri(page.Url).AbsolutePath.StartsWith("/shop/", StringComparison.Ordinal))
                {
                    Assert.Equal("3px", await target.EvaluateAsync<string>("element => getComputedStyle(element).outlineWidth"));
                }

                await page.Keyboard.PressAsync("Enter");
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach {name}.");
    }
}

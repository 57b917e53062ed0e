using Microsoft.Playwright;
using WhatsCommerce.Messages;
using WhatsCommerce.Testing;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>What becomes of messages, pages and carts when the catalog changes meanwhile.</summary>
public sealed class ChangeTests(Chromium chromium) : PageTest(chromium)
{
    private ILocator Card => Bubble("interactive.product").Locator(".product-card");

    protected override async Task PrepareAsync() =>
        await App.Client.Messages.SendAsync(
            PabloNumber, Message.Product(Cloud.Catalog.Id, "teapot").Body("Our favourite").Build(), cancellationToken: Stop);

    [Fact(Timeout = Longest)]
    public async Task Item_ThatSellsOutInTheCart_LeavesItWithANoticeAndShowsAsUnavailable()
    {
        await Card.ClickAsync();
        await Button(Sheet("product"), "Add to cart").ClickAsync();
        await Button(Sheet("product"), "Cart, 1 item").ClickAsync();
        await Expect(Sheet("cart").Locator(".line")).ToHaveCountAsync(1);

        Cloud.Catalog.Update("teapot", item => item with { Availability = ItemAvailability.OutOfStock });

        await Expect(Sheet("cart").GetByText("Your cart is empty.")).ToBeVisibleAsync();
        await Expect(Button(Sheet("cart"), "Send cart")).ToBeDisabledAsync();
        await Expect(Phone.GetByRole(AriaRole.Alert)).ToHaveTextAsync(
            "Enamel teapot is no longer available and was taken out of your cart.");
        await Button(Phone.GetByRole(AriaRole.Alert), "Dismiss").ClickAsync();
        await Expect(Phone.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Button(Sheet("cart"), "Back").ClickAsync();
        await Expect(Sheet("product")).ToContainTextAsync("Unavailable: out of stock");
        await Expect(Button(Sheet("product"), "Add to cart")).ToHaveCountAsync(0);
        await Button(Sheet("product"), "Back").ClickAsync();
        await Expect(Card).ToContainTextAsync("Unavailable");

        Cloud.Catalog.Update("teapot", item => item with { Availability = ItemAvailability.InStock });
        await Expect(Card).Not.ToContainTextAsync("Unavailable");
    }

    [Fact(Timeout = Longest)]
    public async Task Product_ThatChanges_IsShownAnewInMessagesSentBeforeAndItsPageTellsWhat()
    {
        await Expect(Card).ToContainTextAsync("$42.00");
        await Card.ClickAsync();
        await Button(Sheet("product"), "Add to cart").ClickAsync();
        // What changes before the item is in the cart is told there.
        await Expect(Button(Sheet("product"), "Cart, 1 item")).ToBeVisibleAsync();
        await Button(Sheet("product"), "Back").ClickAsync();

        Cloud.Catalog.Update("teapot", item => item with
        {
            Title = "Enamel teapot, small",
            Price = new Money(36m, "USD"),
            Description = "Holds half a litre.",
            ImageAddress = new Uri(Cloud.BaseAddress, "pictures/coffee.svg"),
        });

        await Expect(Card).ToContainTextAsync("Enamel teapot, small");
        await Expect(Card).ToContainTextAsync("$36.00");
        await Expect(Card).ToContainTextAsync("Holds half a litre.");
        await Expect(Card.Locator("img")).ToHaveAttributeAsync("src", new Uri(Cloud.BaseAddress, "pictures/coffee.svg").ToString());

        await Card.ClickAsync();
        await Expect(Sheet("product").Locator(".changes p")).ToHaveTextAsync(
        [
            "The price of Enamel teapot, small has changed from $42.00 to $36.00.",
            "Enamel teapot is now called Enamel teapot, small.",
            "The description of Enamel teapot, small has changed.",
            "The picture of Enamel teapot, small has changed.",
        ]);

        // Also while one looks at it.
        Cloud.Catalog.Update("teapot", item => item with { Price = new Money(35.5m, "USD") });
        await Expect(Sheet("product").Locator(".page-words").First).ToContainTextAsync("$35.50");
        await Expect(Sheet("product").Locator(".changes")).ToContainTextAsync("from $36.00 to $35.50");
        await Button(Sheet("product"), "Cart, 1 item").ClickAsync();
        await Expect(Sheet("cart").Locator(".total")).ToContainTextAsync("$35.50");
    }

    [Fact(Timeout = Longest)]
    public async Task Catalog_ThatIsHiddenOrDisconnected_SaysSoInWhatWasSentBefore()
    {
        const string Gone = "This catalog is no longer available";
        await App.Client.Messages.SendAsync(PabloNumber, Message.Catalog().Body("All we have").Build(), cancellationToken: Stop);
        await App.Client.Messages.SendAsync(
            PabloNumber, Message.CatalogLink(Cloud.PhoneNumber).Body("Our catalog:").Build(), cancellationToken: Stop);
        ILocator catalog = Bubble("interactive.catalog_message");
        ILocator link = Bubble("text").Locator(".link-preview");
        Action<bool>[] switches =
        [
            isOpen => Cloud.Number.IsCatalogVisible = isOpen,
            isOpen => Cloud.ConnectedCatalog = isOpen ? Cloud.Catalog : null,
        ];
        foreach (Action<bool> open in switches)
        {
            await Expect(catalog).ToContainTextAsync("Clay & Co's catalog");
            await Expect(link).ToContainTextAsync("View this catalog on WhatsApp");
            await Expect(Button(Phone, "View catalog of the business")).ToBeVisibleAsync();

            open(false);

            await Expect(Card).ToContainTextAsync(Gone);
            await Expect(catalog).ToContainTextAsync(Gone);
            await Expect(link).ToContainTextAsync("Invalid catalog link");
            await Expect(Button(Phone, "View catalog of the business")).ToHaveCountAsync(0);
            foreach (ILocator button in (ILocator[])[Button(catalog, "View catalog"), Button(Bubble("interactive.product"), "View")])
            {
                await button.ClickAsync();
                await Expect(Phone.GetByRole(AriaRole.Alert)).ToHaveTextAsync(Gone);
                await Button(Phone.GetByRole(AriaRole.Alert), "Dismiss").ClickAsync();
            }

            await Bubble("text").GetByRole(AriaRole.Link).ClickAsync();
            await Expect(Phone.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Invalid catalog link");
            await Button(Phone.GetByRole(AriaRole.Alert), "Dismiss").ClickAsync();
            await Expect(Phone.Locator("dialog")).ToHaveCountAsync(0);
            open(true);
        }

        await Expect(Card).ToContainTextAsync("$42.00");
    }
}

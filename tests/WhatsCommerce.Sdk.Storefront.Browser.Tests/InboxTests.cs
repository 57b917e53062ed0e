using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WhatsCommerce.Emulator.Browser.Tests;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Sdk.Storefront.Browser.Tests;

/// <summary>People at the inbox, beside the storefront that answers by itself.</summary>
public sealed class InboxTests(Chromium chromium) : InboxPageTest(chromium)
{
    // What the page was told, from before its first script.
    private const string HeardEvents = """
        window.heard = '';
        const listen = EventSource.prototype.addEventListener;
        EventSource.prototype.addEventListener = function (name, handle) {
          return listen.call(this, name, event => {
            handle(event);
            window.heard += event.data;
          });
        };
        """;

    private const string Evil = "<img src=x onerror=\"window.taken = 1\"><script>window.taken = 1</script>";

    [Fact(Timeout = Longest)]
    public async Task Conversation_OfTwoAgentsAndABot_GetsOneAnswer()
    {
        BrowserShop shop = await OpenShopAsync();
        EmulatedCustomer pablo = shop.Cloud.Customer("+16505551234", "Pablo");
        CustomerKey customer = await shop.WriteAsync("Good morning");
        await pablo.NextMessageAsync(Patiently.Patience, Stop);
        IPage ann = await OpenInboxAsync(shop);
        IPage bob = await OpenInboxAsync(shop, "bob");
        await ChooseAsync(ann, customer);
        await ChooseAsync(bob, customer);

        await ann.GetByRole(AriaRole.Button, new() { Name = "Take over" }).ClickAsync();
        await Expect(ann.Locator("[data-owner=Human]")).ToHaveTextAsync("You");
        await Expect(bob.Locator("[data-owner=Human]")).ToHaveTextAsync("ann");
        await shop.WriteAsync("Do you have pears?");
        await Expect(bob.GetByText("Do you have pears?").First).ToBeVisibleAsync();
        await Expect(bob.GetByLabel("Message", new() { Exact = true })).ToBeDisabledAsync();
        await ann.GetByLabel("Message", new() { Exact = true }).PressSequentiallyAsync("Yes, from Friday on.");
        await Expect(bob.GetByText("ann is writing…")).ToBeVisibleAsync();
        await ann.Keyboard.PressAsync("Enter");

        await Expect(bob.GetByRole(AriaRole.Log).GetByText("Yes, from Friday on.")).ToBeVisibleAsync();
        ReceivedMessage answer = await pablo.NextMessageAsync(Patiently.Patience, Stop);
        Assert.Equal("Yes, from Friday on.", answer.Text);
        Assert.Equal(2, pablo.Received.Count);
    }

    [Fact(Timeout = Longest)]
    public async Task Row_OfAConversationThatGetsAMessageWhileItIsPressed_IsOpened()
    {
        BrowserShop shop = await OpenShopAsync();
        CustomerKey customer = await shop.WriteAsync("hello");
        IPage page = await OpenInboxAsync(shop, script: HeardEvents);
        await Expect(page.Locator($"[data-customer='{customer}']")).ToContainTextAsync("Thank you!");
        await shop.Shop.Conversations.TakeOverAsync(customer, "ann", cancellationToken: Stop);
        await page.Locator($"[data-customer='{customer}']").HoverAsync();
        await page.Mouse.DownAsync();
        await shop.WriteAsync("Anything else?");
        await Patiently.Until(() => page.EvaluateAsync<bool>("() => window.heard.includes('Anything else?')"));
        await page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        await page.Mouse.UpAsync();

        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Anything else?");
    }

    [Fact(Timeout = Longest)]
    public async Task Row_UnderThePointerOrWithTheFocus_KeepsItsPlaceUntilTheListIsLeft()
    {
        BrowserShop shop = await OpenShopAsync();
        CustomerKey pablo = await shop.WriteAsync("hello");
        IPage page = await OpenInboxAsync(shop);
        ILocator names = page.Locator(".row strong");
        ILocator last = page.Locator($"[data-customer='{pablo}']");
        await Expect(last).ToContainTextAsync("Thank you!");
        CustomerKey ines = await shop.WriteAsync("hello", "+447700900123", "Ines");
        await Expect(names).ToHaveTextAsync(["Ines", "Pablo"]);

        await last.HoverAsync();
        await shop.WriteAsync("Anything new?");
        await Expect(last).ToContainTextAsync("2 unread");
        await Expect(names).ToHaveTextAsync(["Ines", "Pablo"]);
        await page.Mouse.MoveAsync(1000, 500);
        await Expect(names).ToHaveTextAsync(["Pablo", "Ines"]);

        await page.Locator($"[data-customer='{ines}']").FocusAsync();
        await shop.WriteAsync("Is there?", "+447700900123", "Ines");
        await Expect(page.Locator($"[data-customer='{ines}']")).ToContainTextAsync("2 unread");
        await Expect(names).ToHaveTextAsync(["Pablo", "Ines"]);
        await Expect(page.Locator($"[data-customer='{ines}']")).ToBeFocusedAsync();
    }

    [Fact(Timeout = Longest)]
    public async Task Script_InEveryField_IsText()
    {
        BrowserShop shop = await OpenShopAsync(productName: Evil);
        CustomerKey customer = await shop.WriteAsync(Evil, name: Evil);
        await Patiently.Until(async () => await shop.Shop.Catalog.FindAsync("apple-1kg", Stop) is not null);
        await shop.Shop.Conversations.TakeOverAsync(customer, Evil, Evil, cancellationToken: Stop);
        await shop.Shop.Conversations.AddNoteAsync(customer, Evil, Evil, Stop);
        await shop.Shop.Conversations.SendProductsAsync(customer, ["apple-1kg", "rye-750g"], cancellationToken: Stop);
        await shop.Cloud.Customer("+16505551234").SendCartAsync(["apple-1kg"], Evil, Stop);
        IPage page = await OpenInboxAsync(shop);
        await ChooseAsync(page, customer);

        await Expect(page.Locator(".note")).ToContainTextAsync(Evil);
        await Expect(page.Locator(".event").First).ToContainTextAsync(Evil);
        await Expect(page.Locator("[data-kind=order]")).ToContainTextAsync(Evil);
        await Expect(page.Locator(".chat-head")).ToContainTextAsync(Evil);
        Assert.True(await page.EvaluateAsync<bool>("() => window.taken === undefined && document.scripts.length === 1"));
    }

    [Fact(Timeout = Longest)]
    public async Task Keyboard_Alone_TakesOverFindsSendsAndRefunds()
    {
        BrowserShop shop = await OpenShopAsync();
        CustomerKey customer = await shop.WriteAsync("hello");
        await Patiently.Until(async () => await shop.Shop.Catalog.FindAsync("apple-1kg", Stop) is not null);
        Cart cart = await shop.Shop.Carts.CreateAsync(
            customer, "+16505551234", [new Storefronts.CartLine { RetailerId = "apple-1kg", Quantity = 2 }], Stop);
        Order order = (await shop.Shop.Orders.MarkPaidAsync(cart.Id, "boss", "cash", Stop)).Order!;
        IPage page = await OpenInboxAsync(shop);

        await ReachAsync(page, page.Locator($"[data-customer='{customer}']"), "the conversation");
        await page.Keyboard.PressAsync("Enter");
        await ReachAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Take over" }), "Take over");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-owner=Human]")).ToHaveTextAsync("You");
        await ReachAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Products" }), "Products");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("rye");
        await ReachAsync(page, page.Locator("[data-retailer-id=rye-750g]"), "the bread");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".product-card[data-retailer-id=rye-750g]")).ToBeVisibleAsync();
        await ReachAsync(page, page.GetByRole(AriaRole.Button, new() { Name = $"Refund order {order.Number}" }), "Refund");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("ControlOrMeta+A");
        await page.Keyboard.TypeAsync("2");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("bruised");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Patiently.Until(async () => (await shop.Shop.Orders.GetAsync(order.Id, Stop))!.RefundsReserved == new Money(2m, "USD"));
    }

    [Fact(Timeout = Longest)]
    public async Task Products_ResultsComeLate_LeaveTheFocusAtTheProduct()
    {
        BrowserShop shop = await OpenShopAsync();
        CustomerKey customer = await shop.WriteAsync("hello");
        await Patiently.Until(async () => await shop.Shop.Catalog.FindAsync("rye-750g", Stop) is not null);
        await shop.Shop.Conversations.TakeOverAsync(customer, "ann", "asks for bread", cancellationToken: Stop);
        IPage page = await OpenInboxAsync(shop);
        await ChooseAsync(page, customer);
        await page.GetByRole(AriaRole.Button, new() { Name = "Products" }).ClickAsync();
        ILocator bread = page.Locator("input[data-retailer-id=rye-750g]");
        await bread.FocusAsync();

        await page.EvaluateAsync("""
            () => {
              const search = document.querySelector('dialog[open] input[type=search]');
              search.value = 'rye';
              search.dispatchEvent(new Event('input'));
            }
            """);

        await Expect(page.GetByText("1 found")).ToBeVisibleAsync();
        await Expect(bread).ToBeFocusedAsync();
    }

    [Fact(Timeout = Longest)]
    public async Task Window_WhenTheClocksDiffer_IsToldByThatOfTheShop()
    {
        BrowserShop shop = await OpenShopAsync();
        CustomerKey customer = await shop.WriteAsync("hello");
        shop.Time.Ahead = TimeSpan.FromHours(20);

        IPage page = await OpenInboxAsync(shop);
        await ChooseAsync(page, customer);

        await Expect(page.Locator($"[data-customer='{customer}']")).ToContainTextAsync("3 h left");
        await Expect(page.Locator(".chat-head")).ToContainTextAsync("3 h left");
    }

    [Theory(Timeout = Longest)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task Look_InEveryWindow_FitsAndHasNoSeriousViolation(int width, ColorScheme colors)
    {
        BrowserShop shop = await OpenShopAsync();
        CustomerKey customer = await shop.WriteAsync("Good morning, do you have *apples*?");
        await shop.WriteAsync("And what about Sunday?", "+16505559999", "María Fernanda Gutiérrez de la Torre");
        await Patiently.Until(async () => await shop.Shop.Catalog.FindAsync("apple-1kg", Stop) is not null);
        StorefrontConversations conversations = shop.Shop.Conversations;
        await conversations.TakeOverAsync(customer, "ann", "asks for advice", cancellationToken: Stop);
        await conversations.SendProductsAsync(customer, ["apple-1kg", "rye-750g"], "ann", cancellationToken: Stop);
        await conversations.SendProductsAsync(customer, ["apple-1kg"], "ann", cancellationToken: Stop);
        await conversations.AddNoteAsync(customer, "Buys every week.", "ann", Stop);
        await shop.Cloud.Customer("+16505551234").SendCartAsync(["apple-1kg", ("rye-750g", 2)], "Ring twice", Stop);
        await Patiently.Until(async () =>
            (await conversations.ReadAsync(customer, cancellationToken: Stop)).Any(entry => entry.Type == "order"));
        string name = $"inbox-{width}-{(colors == ColorScheme.Dark ? "dark" : "light")}";
        IPage page = await OpenInboxAsync(shop, width: width, colors: colors, checks: true);

        await LookAsync("list");
        await ChooseAsync(page, customer);
        await Expect(page.Locator("[data-kind=order]")).ToBeVisibleAsync();
        await LookAsync("chat");
        await page.GetByRole(AriaRole.Button, new() { Name = "Products" }).ClickAsync();
        await Expect(page.GetByText(new Regex("found$", RegexOptions.None, TimeSpan.FromSeconds(10)))).ToBeVisibleAsync();
        await LookAsync("picker");

        async Task LookAsync(string what)
        {
            string picture = $"artifacts/screenshots/{name}-{what}.png";
            await page.ScreenshotAsync(new() { Path = Path.Combine(SharedMaterial.Repository, picture) });
            Assert.True(
                await page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"),
                $"{name}-{what} goes over the side of the window.");
            await AxeCore.AssertNothingSeriousAsync(page, $"{name}-{what}");
        }
    }
}

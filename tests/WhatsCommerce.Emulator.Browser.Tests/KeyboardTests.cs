using Microsoft.Playwright;
using WhatsCommerce.Webhooks;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>Everything that a customer does, without a mouse.</summary>
public sealed class KeyboardTests(Chromium chromium) : PageTest(chromium)
{
    // So many stops the whole page does not have.
    private const int MostStops = 150;

    [Fact(Timeout = Longest)]
    public async Task Purchase_ByKeyboardAlone_ReachesTheBusiness()
    {
        await GoToAsync(MessageField);
        await Page.Keyboard.TypeAsync("Hi!");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Bubble("interactive.product_list")).ToContainTextAsync("Welcome!");

        ILocator view = Button(Bubble("interactive.product_list"), "View items");
        await PressAsync(view, backwards: true);
        await Expect(Sheet("product-list").Locator("h2")).ToBeFocusedAsync();
        ILocator mug = Sheet("product-list").Locator("[data-retailer-id=mug-ocean] .product-open");
        await PressAsync(mug);
        await Expect(Sheet("product").Locator("h2")).ToBeFocusedAsync();
        await Expect(Sheet("product")).ToContainTextAsync("A deep blue glaze");

        // A variant by the arrows, and a quantity by typing.
        await GoToAsync(Sheet("product").GetByRole(AriaRole.Radio, new() { Checked = true }));
        await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Sheet("product")).ToContainTextAsync("A soft green glaze");
        await Expect(Sheet("product").GetByRole(AriaRole.Radio, new() { Name = "Sage" })).ToBeFocusedAsync();
        await GoToAsync(Sheet("product").GetByRole(AriaRole.Spinbutton));
        await Page.Keyboard.TypeAsync("3");
        await PressAsync(Button(Sheet("product"), "Add to cart"));
        await Expect(Button(Sheet("product"), "Cart, 3 items")).ToBeVisibleAsync();

        // Escape closes the uppermost, and the focus is where it was.
        await Page.Keyboard.PressAsync("Escape");
        await Expect(mug).ToBeFocusedAsync();
        await AssertFocusIsSeenAsync();
        await PressAsync(Button(Sheet("product-list"), "Add Wool socks to cart"));
        await Expect(Button(Sheet("product-list"), "Cart, 4 items")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(view).ToBeFocusedAsync();
        await AssertFocusIsSeenAsync();

        await PressAsync(Button(Phone.Locator(".phone-header"), "Cart, 4 items"), backwards: true);
        await Expect(Sheet("cart").Locator("h2")).ToBeFocusedAsync();
        await PressAsync(Button(Sheet("cart"), "One less of Stoneware mug, sage, Sage"));
        await Expect(Sheet("cart").Locator(".total")).ToContainTextAsync("3 items");
        await Expect(Button(Sheet("cart"), "One less of Stoneware mug, sage, Sage")).ToBeFocusedAsync();
        await GoToAsync(Sheet("cart").GetByLabel("Note"));
        await Page.Keyboard.TypeAsync("Wrap it");
        await PressAsync(Button(Sheet("cart"), "Send cart"));

        await Expect(Phone.Locator("dialog")).ToHaveCountAsync(0);
        OrderEvent order = await App.HeardAsync<OrderEvent>();
        Assert.Equal([("mug-sage", 2), ("socks-wool", 1)], order.Items.Select(item => (item.RetailerId.Value!, item.Quantity)));
        Assert.Equal("Wrap it", order.Text);

        await Expect(Bubble("interactive.button")).ToBeVisibleAsync();
        await Expect(Page.Locator("body")).Not.ToBeFocusedAsync();
        await PressAsync(Button(Bubble("interactive.button"), "Confirm"));
        await Expect(Bubble("text")).ToContainTextAsync("Your order is placed.");

        // Out of the many buttons of the messages in one step.
        await Page.Keyboard.PressAsync("Escape");
        await Expect(MessageField).ToBeFocusedAsync();
    }

    [Fact(Timeout = Longest)]
    public async Task Message_ByKeyboardAlone_IsReactedToAndAnswered()
    {
        string id = await SendAsync("""{"type":"text","text":{"body":"How did you like it?"}}""");
        ILocator menu = Bubble("text").Locator(".message-menu");
        await PressAsync(menu);
        await PressAsync(Button(Sheet("message-menu"), "React with 👍"));
        await Expect(Bubble("text").Locator(".reaction")).ToHaveTextAsync("👍");
        Assert.Equal(
            (id, "👍"), (await App.HeardAsync<ReactionEvent>() is var reaction ? (reaction.ReactsTo.Value!, reaction.Emoji) : default));
        await Expect(menu).ToBeFocusedAsync();

        await PressAsync(menu);
        await PressAsync(Button(Sheet("message-menu"), "Reply"));
        await Expect(MessageField).ToBeFocusedAsync();
        App.Greets = false;
        await Page.Keyboard.TypeAsync("Very much");
        await Page.Keyboard.PressAsync("Enter");
        Assert.Equal((id, "Very much"), (await App.HeardAsync<TextEvent>() is var text ? (text.RepliesTo.Value!, text.Text) : default));
    }

    [Fact(Timeout = Longest)]
    public async Task Dialogs_ByKeyboardAlone_CloseAndGiveTheFocusBack()
    {
        // All that happens has happened before the focus sets out: a new row on the way would be another first one.
        App.Greets = false;
        await WriteAsync("Hi!");
        await WriteAsync("Anybody there?");
        await Expect(Page.Locator(".traffic-row").Filter(new() { HasText = "message text" }).Filter(new() { HasText = "delivered" }))
            .ToHaveCountAsync(2);

        // One stop for all rows; arrows move in it.
        ILocator row = Page.Locator(".traffic-row").Nth(1);
        await GoToAsync(Page.Locator(".traffic-row").First);
        await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(row).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(row).ToBeFocusedAsync();

        ILocator add = Button(Page.Locator("#customers"), "New customer");
        await PressAsync(add, backwards: true);
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Page.Keyboard.TypeAsync("Ines");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(CustomerRow("Ines")).ToHaveAttributeAsync("aria-current", "true");
    }

    /// <summary>Goes somewhere by Tab; on the way the focus is always to be seen.</summary>
    private async Task GoToAsync(ILocator target, bool backwards = false)
    {
        await Expect(target).ToBeVisibleAsync();
        for (int stop = 0; stop < MostStops; stop++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await Page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            await AssertFocusIsSeenAsync();
        }

        Assert.Fail($"Tab does not reach {target}.");
    }

    private async Task PressAsync(ILocator target, bool backwards = false)
    {
        await GoToAsync(target, backwards);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>What has the focus has a ring of its own, or its label has, and stands inside the window.</summary>
    private async Task AssertFocusIsSeenAsync()
    {
        string? problem = await Page.EvaluateAsync<string?>("""
            () => {
                const element = document.activeElement;
                if (element === null || element === document.body) {
                    return null;
                }
                const rings = [element, element.parentElement, element.nextElementSibling].filter(each => each !== null)
                    .map(each => getComputedStyle(each));
                const isRinged = rings.some(style =>
                    style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none');
                const box = element.getBoundingClientRect();
                const isInside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                return isRinged && isInside ? null : `${element.outerHTML.slice(0, 200)}: ring ${isRinged}, in the window ${isInside}`;
            }
            """);
        Assert.True(problem is null, problem);
    }
}

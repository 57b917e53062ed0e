using Microsoft.Playwright;
using WhatsCommerce.Tests;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>How the page looks, narrow and wide, light and dark: for a person in <c>artifacts/screenshots</c>, and for axe-core.</summary>
public sealed class LookTests(Chromium chromium) : PageTest(chromium)
{
    private const int Narrow = 390;

    public static TheoryData<int, ColorScheme> Windows => new()
    {
        { Narrow, ColorScheme.Light },
        { Narrow, ColorScheme.Dark },
        { 1440, ColorScheme.Light },
        { 1440, ColorScheme.Dark },
    };

    // Each test opens the windows that it looks at.
    protected override bool OpensPage => false;

    protected override Task PrepareAsync() => RichChat.PlayAsync(Cloud, App, Stop);

    [Theory(Timeout = Longest), MemberData(nameof(Windows))]
    public async Task Page_OfARichChat_FitsItsWindow(int width, ColorScheme colors)
    {
        IPage page = await OpenAsync(await OpenWindowAsync(WindowOf(width, HeightOf(width), colors)));
        string name = $"{width}-{(colors == ColorScheme.Dark ? "dark" : "light")}";
        await ShootAsync(page, name);
        foreach (string view in width == Narrow ? (string[])["Customers", "Traffic", "Workbench"] : ["Workbench"])
        {
            await SwitchAsync(page, view);
            await ShootAsync(page, $"{name}-{view.ToLowerInvariant()}");
        }
    }

    [Theory(Timeout = Longest), MemberData(nameof(Windows))]
    public async Task Page_AndWhatOpensOnIt_HasNoSeriousViolation(int width, ColorScheme colors)
    {
        IBrowserContext window = await OpenWindowAsync(WindowOf(width, HeightOf(width), colors));
        await AxeCore.AddToAsync(window);
        IPage page = await OpenAsync(window);
        ILocator phone = page.Locator("customer-phone");
        string name = $"{width}-{(colors == ColorScheme.Dark ? "dark" : "light")}";
        await AxeCore.AssertNothingSeriousAsync(page, "the chat");

        await phone.GetByRole(AriaRole.Button, new() { Name = "View items" }).ClickAsync();
        await CheckAsync(page, name, "product-list");
        await phone.Locator("dialog .product-open").First.ClickAsync();
        await Expect(phone.Locator("dialog[data-sheet=product] .page-title")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Add to cart" }).ClickAsync();
        await CheckAsync(page, name, "product");
        await phone.Locator("dialog[data-sheet=product] .cart-button").ClickAsync();
        await Expect(phone.Locator("dialog[data-sheet=cart] .line").First).ToBeVisibleAsync();
        await CheckAsync(page, name, "cart");
        await phone.Locator("dialog[data-sheet=cart]").GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        await phone.Locator("dialog[data-sheet=product]").GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        await phone.Locator("dialog").GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Share a location" }).ClickAsync();
        await CheckAsync(page, name, "location");
        await page.Keyboard.PressAsync("Escape");

        if (width == Narrow)
        {
            await SwitchAsync(page, "Customers");
            await AxeCore.AssertNothingSeriousAsync(page, "the customers");
            await SwitchAsync(page, "Traffic");
        }

        await page.Locator(".traffic-row").Filter(new() { HasText = "refused" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).Locator(".json").First).ToBeVisibleAsync();
        await CheckAsync(page, name, "details");
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit and send again" }).ClickAsync();
        await CheckAsync(page, name, "edit");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByLabel("Filter the traffic by text").FillAsync("spaceship");
        await Expect(page.GetByText("Nothing matches the filter.")).ToBeVisibleAsync();
        await CheckAsync(page, name, "no-traffic");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await page.Locator("top-bar .button.primary").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).Locator("callback-form .app-state")).ToContainTextAsync("accepted the last webhook");
        await CheckAsync(page, name, "connect");
        await page.Keyboard.PressAsync("Escape");
        await AxeCore.AssertNothingSeriousAsync(page, "the traffic");
        await SwitchAsync(page, "Workbench");
        await Expect(page.Locator(".bench-product").First).ToBeVisibleAsync();
        ILocator folded = page.Locator(".bench-part:not([open]) > summary");
        while (await folded.CountAsync() > 0)
        {
            await folded.First.ClickAsync();
        }

        await Expect(page.Locator(".bench-template")).ToHaveCountAsync(1);
        await page.Locator(".bench-template select").ScrollIntoViewIfNeededAsync();
        await CheckAsync(page, name, "workbench-open");
    }

    [Fact(Timeout = Longest)]
    public async Task Page_ForTheReadme_IsDrawn()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("UPDATE_IMAGES") == "1",
            "Skipped: docs/images/emulator.png is drawn again only with UPDATE_IMAGES=1.");
        IPage page = await OpenAsync(await OpenWindowAsync(WindowOf(1440, HeightOf(1440), ColorScheme.Light)));
        await page.Locator("customer-phone article[data-kind='interactive.product_list']")
            .EvaluateAsync("message => message.scrollIntoView({ block: 'start' })");
        string file = Path.Combine(SharedMaterial.Repository, "docs/images/emulator.png");
        await page.ScreenshotAsync(new() { Path = file });
        Assert.InRange(new FileInfo(file).Length, 1, 400 * 1024);
    }

    private static int HeightOf(int width) => width == Narrow ? 844 : 900;

    private static Task SwitchAsync(IPage page, string view) =>
        page.Locator(".tab-bar button:visible, .side-switch button:visible").Filter(new() { HasText = view }).ClickAsync();

    private async Task<IPage> OpenAsync(IBrowserContext window)
    {
        IPage page = await OpenPageAsync(window);
        await Expect(page.Locator("customer-phone article").Last).ToContainTextAsync("Your order is placed.");
        await Expect(page.GetByText("Loading…")).ToHaveCountAsync(0);
        return page;
    }

    private static async Task CheckAsync(IPage page, string name, string sheet)
    {
        await ShootAsync(page, $"{name}-{sheet}");
        await AxeCore.AssertNothingSeriousAsync(page, sheet);
    }

    /// <summary>Keeps a picture for a person, and looks that nothing goes over the side of the window.</summary>
    private static async Task ShootAsync(IPage page, string name)
    {
        await page.WaitForFunctionAsync("""
            () => [...document.images].every(each =>
                each.complete || !each.checkVisibility() || each.getBoundingClientRect().top > innerHeight)
            """);
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(SharedMaterial.Repository, $"artifacts/screenshots/{name}.png"),
            FullPage = true
        });
        Assert.Equal("", await page.EvaluateAsync<string>("""
            () => [document.scrollingElement,
                ...document.querySelectorAll('.scroller, .log, .sheet-body, .dialog-content, .panel-body')]
                .filter(each => each.scrollWidth > each.clientWidth + 1)
                .map(each => `${each.tagName}.${each.className} is ${each.scrollWidth} wide in ${each.clientWidth}`).join('\n')
            """));
    }
}

using WhatsCommerce.Testing;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>What the emulator could not keep is told on the page.</summary>
public sealed class NoticeTests(Chromium chromium) : PageTest(chromium)
{
    protected override CloudApiEmulatorOptions Options => new() { HistoryLimit = 5 };

    [Fact(Timeout = Longest)]
    public async Task TrafficThatIsForgotten_IsTold()
    {
        await Expect(Page.Locator("top-bar .top-notices")).ToBeHiddenAsync();

        for (int i = 0; i < 6; i++)
        {
            await SendAsync("""{"type":"text","text":{"body":"Hi"}}""");
        }

        await Expect(Page.Locator("top-bar .top-notices")).ToContainTextAsync("Not kept: ");
        await Expect(Page.Locator("top-bar .top-notices")).ToContainTextAsync("HistoryLimit");
    }
}

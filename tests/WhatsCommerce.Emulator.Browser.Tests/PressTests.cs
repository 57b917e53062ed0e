using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>What comes while something on the page is pressed: it waits for the click, and is drawn then.</summary>
public sealed class PressTests(Chromium chromium) : PageTest(chromium)
{
    private const string InesNumber = "+447700900123";
    private const string News = "Anything else?";

    private ILocator Unread => Phone.Locator(".unread button");

    protected override Task PrepareAsync()
    {
        Cloud.Customer(InesNumber, "Ines Duarte");
        Pablo.ReadsAutomatically = false;
        return Task.CompletedTask;
    }

    [Fact(Timeout = Longest)]
    public async Task Row_OfACustomerWhoGetsAMessageMeanwhile_IsChosen()
    {
        await CustomerRow("Pablo").ClickAsync();
        await CustomerRow("Ines").HoverAsync();
        await Page.Mouse.DownAsync();
        await HearAsync(InesNumber);
        await Page.Mouse.UpAsync();

        await Expect(Phone.Locator(".phone-owner")).ToHaveTextAsync("Ines Duarte");
        await Expect(CustomerRow("Ines")).ToContainTextAsync(News);
    }

    [Theory(Timeout = Longest), InlineData(false), InlineData(true)]
    public async Task Button_ThatIsDrawnAnewMeanwhile_IsClicked(bool byKey)
    {
        await CustomerRow("Pablo").ClickAsync();
        await SendAsync(Text("Hello"));
        await Expect(Unread).ToContainTextAsync("1 unread message");
        await (byKey ? Unread.FocusAsync() : Unread.HoverAsync());
        await (byKey ? Page.Keyboard.DownAsync(" ") : Page.Mouse.DownAsync());
        await HearAsync(PabloNumber);
        await (byKey ? Page.Keyboard.UpAsync(" ") : Page.Mouse.UpAsync());

        await Expect(Phone.GetByText(News)).ToBeVisibleAsync();
        await Expect(Unread).ToHaveCountAsync(0);
    }

    [Fact(Timeout = Longest)]
    public async Task PressWhoseReleaseIsNotReported_EndsWhenThePointerMoves()
    {
        await CustomerRow("Pablo").ClickAsync();
        await Page.EvaluateAsync("() => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))");
        await HearAsync(InesNumber);
        await Expect(CustomerRow("Ines")).Not.ToContainTextAsync(News);

        await Page.Mouse.MoveAsync(700, 500);

        await Expect(CustomerRow("Ines")).ToContainTextAsync(News);
    }

    /// <summary>Lets a message come, and goes on when the page has read it and could have drawn it.</summary>
    private async Task HearAsync(string customer)
    {
        TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Page.Response += async (_, response) =>
        {
            if (response.Url.EndsWith("/emulator/customers", StringComparison.Ordinal)
                && (await response.TextAsync()).Contains(News, StringComparison.Ordinal))
            {
                heard.TrySetResult();
            }
        };
        await SendAsync(Text(News), customer);
        await heard.Task.WaitAsync(Stop);
        await Page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    private static string Text(string body) => $$"""{ "type": "text", "text": { "body": "{{body}}" } }""";
}

using Microsoft.Playwright;
using WhatsCommerce.Tests;
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
        await HearWhilePressedAsync(InesNumber, () => Page.Mouse.DownAsync());
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
        await HearWhilePressedAsync(PabloNumber, () => byKey ? Page.Keyboard.DownAsync(" ") : Page.Mouse.DownAsync());
        await (byKey ? Page.Keyboard.UpAsync(" ") : Page.Mouse.UpAsync());

        await Expect(Phone.GetByText(News)).ToBeVisibleAsync();
        await Expect(Unread).ToHaveCountAsync(0);
    }

    [Fact(Timeout = Longest)]
    public async Task PressWhoseReleaseIsNotReported_EndsWhenThePointerMoves()
    {
        await CustomerRow("Pablo").ClickAsync();
        await HearWhilePressedAsync(
            InesNumber,
            () => Page.EvaluateAsync("() => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))"));
        await Expect(CustomerRow("Ines")).Not.ToContainTextAsync(News);

        await Page.Mouse.MoveAsync(700, 500);

        await Expect(CustomerRow("Ines")).ToContainTextAsync(News);
    }

    /// <summary>
    /// Lets a message come that the page asks for before the press and reads during it, and goes on when the page could have drawn it.
    /// </summary>
    private async Task HearWhilePressedAsync(string customer, Func<Task> press)
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource pressed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int open = 0;
        await Page.RouteAsync(IsRead, async route =>
        {
            IAPIResponse response = await route.FetchAsync();
            bool isNews = (await response.TextAsync()).Contains(News, StringComparison.Ordinal);
            if (isNews)
            {
                Interlocked.Increment(ref open);
                asked.TrySetResult();
                await pressed.Task;
            }

            await route.FulfillAsync(new() { Response = response });
            if (isNews)
            {
                Interlocked.Decrement(ref open);
            }
        });
        await SendAsync(Text(News), customer);
        await asked.Task.WaitAsync(Stop);
        await press();
        pressed.SetResult();
        await Patiently.Until(() => Volatile.Read(ref open) == 0);
        await Page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    private static bool IsRead(string url) =>
        url.Contains("/emulator/", StringComparison.Ordinal) && !url.EndsWith("/events", StringComparison.Ordinal);

    private static string Text(string body) => $$"""{ "type": "text", "text": { "body": "{{body}}" } }""";
}

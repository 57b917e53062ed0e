using Microsoft.Playwright;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>Calls on the phone: whether the business may call, and calls of both sides.</summary>
public sealed class CallTests(Chromium chromium) : PageTest(chromium)
{
    private const string Request = """
        {"type":"interactive","interactive":{"type":"call_permission_request","body":{"text":"May we call you about order 17?"},
         "action":{"name":"call_permission_request"}}}
        """;

    // A call rings for as long as the test takes.
    protected override CloudApiEmulatorOptions Options => new() { CallsRingFor = Timeout.InfiniteTimeSpan };

    private ILocator Bar => Phone.GetByRole(AriaRole.Region, new() { Name = "Call", Exact = true });

    protected override Task PrepareAsync()
    {
        App.Greets = false;
        return Task.CompletedTask;
    }

    [Fact(Timeout = Longest)]
    public async Task Request_AllowedForSomeDays_IsTold()
    {
        string id = await SendAsync(Request);
        await Button(Bubble("interactive.call_permission_request"), "Choose preference").ClickAsync();
        await Button(Sheet("calls"), "Allow for 7 days").ClickAsync();

        InteractiveReplyEvent reply = await App.HeardAsync<InteractiveReplyEvent>();
        Assert.Equal(
            (CallPermission.Accepted, false, id),
            (reply.Reply.CallPermission!.Response, reply.Reply.CallPermission.IsPermanent, reply.RepliesTo.Value));
        await Expect(Phone.Locator("article.outgoing")).ToContainTextAsync("The business may call for 7 days");
        await Expect(Sheet("calls")).ToHaveCountAsync(0);
    }

    [Fact(Timeout = Longest)]
    public async Task Request_Declined_IsTold()
    {
        await SendAsync(Request);
        await Button(Bubble("interactive.call_permission_request"), "Choose preference").ClickAsync();
        await Button(Sheet("calls"), "Do not allow").ClickAsync();

        Assert.Equal(CallPermission.Rejected, (await App.HeardAsync<InteractiveReplyEvent>()).Reply.CallPermission!.Response);
        await Expect(Phone.Locator("article.outgoing")).ToContainTextAsync("No calls from the business");
    }

    [Fact(Timeout = Longest)]
    public async Task Profile_PermissionAllowedAndRevoked_ByKeyboard()
    {
        await OpenCallsAsync();
        await Button(Sheet("calls"), "Always allow").PressAsync("Enter");
        Assert.True((await App.HeardAsync<InteractiveReplyEvent>()).Reply.CallPermission!.IsPermanent);
        await Expect(Sheet("calls")).ToHaveCountAsync(0);

        await Patiently.Until(() => Pablo.CallPermission is EmulatedCallPermission.Permanent);
        await OpenCallsAsync();
        await Expect(Sheet("calls")).ToContainTextAsync("The business may always call you.");
        await Button(Sheet("calls"), "Do not allow any more").PressAsync("Enter");

        await Patiently.Until(() => Pablo.CallPermission is EmulatedCallPermission.None);
    }

    [Fact(Timeout = Longest)]
    public async Task Sheet_WhilePermissionChangesElsewhere_FollowsIt()
    {
        await OpenCallsAsync();
        await Expect(Sheet("calls")).ToContainTextAsync("The business may not call you.");

        await Pablo.AllowCallsAsync(cancellationToken: Stop);

        await Expect(Sheet("calls")).ToContainTextAsync("The business may call you until");
        await Expect(Button(Sheet("calls"), "Do not allow any more")).ToBeVisibleAsync();
    }

    [Fact(Timeout = Longest)]
    public async Task CallOfTheBusiness_AnsweredAndHungUp_ByKeyboard()
    {
        EmulatedCall call = await RingAsync();
        await Expect(Bar).ToContainTextAsync("Clay & Co is calling…");

        await Button(Bar, "Answer").PressAsync("Enter");
        await Expect(Bar).ToContainTextAsync("On a call with Clay & Co");
        await Expect(Bar.GetByRole(AriaRole.Timer)).ToContainTextAsync(":");
        await Button(Bar, "Hang up").PressAsync("Enter");

        await Expect(Bar).ToHaveCountAsync(0);
        await Expect(Phone.Locator(".notice-line").Last).ToContainTextAsync("Voice call, ");
        Assert.NotNull(call.Duration);
    }

    [Fact(Timeout = Longest)]
    public async Task CallOfTheBusiness_Declined_IsOver()
    {
        await RingAsync();

        await Button(Bar, "Decline").ClickAsync();

        await Expect(Bar).ToHaveCountAsync(0);
        await Expect(Phone.Locator(".notice-line").Last).ToHaveTextAsync("Voice call declined");
    }

    [Fact(Timeout = Longest)]
    public async Task CallOfTheCustomer_FromTheChat_RingsAndIsAccepted()
    {
        await OpenCallsAsync();
        await Button(Sheet("calls"), "Call Clay & Co").ClickAsync();
        await Expect(Bar).ToContainTextAsync("Calling Clay & Co…");

        CallEvent call = await App.HeardAsync<CallEvent>();
        await App.Client.Calls.AcceptAsync(call.CallId, call.Sdp!, cancellationToken: Stop);
        await Expect(Bar).ToContainTextAsync("On a call with Clay & Co");
        await Button(Bar, "Hang up").ClickAsync();

        await Expect(Bar).ToHaveCountAsync(0);
    }

    [Fact(Timeout = Longest)]
    public async Task CallButton_OfAMessage_Calls()
    {
        await SendAsync("""
            {"type":"interactive","interactive":{"type":"voice_call","body":{"text":"Questions?"},
             "action":{"name":"voice_call","parameters":{"display_text":"Call us","payload":"from-the-chat"}}}}
            """);

        await Button(Bubble("interactive.voice_call"), "Call us").ClickAsync();

        Assert.Equal("from-the-chat", (await App.HeardAsync<CallEvent>()).CtaPayload);
        await Expect(Bar).ToBeVisibleAsync();
    }

    [Fact(Timeout = Longest)]
    public async Task CallsDisabled_OnTheWorkbench_TakesTheButtonAway()
    {
        await Expect(Button(Phone, "Calls with the business")).ToBeVisibleAsync();

        Cloud.Number.IsCallingEnabled = false;

        await Expect(Button(Phone, "Calls with the business")).ToHaveCountAsync(0);
    }

    private Task OpenCallsAsync() => Button(Phone, "Calls with the business").PressAsync("Enter");

    private async Task<EmulatedCall> RingAsync()
    {
        await Pablo.AllowCallsAsync(cancellationToken: Stop);
        await App.Client.Calls.ConnectAsync(
            PabloNumber, "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n", cancellationToken: Stop);
        EmulatedCall call = await Pablo.NextCallAsync(TimeSpan.FromMilliseconds(Longest), Stop);
        await Expect(Bar).ToBeVisibleAsync();
        return call;
    }
}

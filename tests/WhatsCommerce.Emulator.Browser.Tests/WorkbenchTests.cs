using Microsoft.Playwright;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>Where one makes things happen.</summary>
public sealed class WorkbenchTests(Chromium chromium) : PageTest(chromium)
{
    private ILocator Bench => Page.Locator("work-bench");

    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    [Fact(Timeout = Longest)]
    public async Task Product_IsChangedSoldOutAndRejected()
    {
        await App.Client.Messages.SendAsync(PabloNumber, Message.Product(Cloud.Catalog.Id, "teapot").Build(), cancellationToken: Stop);
        ILocator card = Bubble("interactive.product");
        await OpenBenchAsync();
        await Bench.GetByLabel("Find a product").FillAsync("teapot");
        await Expect(Bench.Locator(".bench-product")).ToHaveCountAsync(1);

        await Button(Bench, "Change Enamel teapot").ClickAsync();
        await Dialog.GetByLabel("Price in USD").FillAsync("39.90");
        await Button(Dialog, "Save the changes").ClickAsync();
        await Expect(card).ToContainTextAsync("$39.90");
        await Expect(Bench.Locator(".bench-product")).ToContainTextAsync("$39.90");

        await Button(Bench, "Sell out Enamel teapot").ClickAsync();
        await Expect(card).ToContainTextAsync("Unavailable");
        await Button(Bench, "Restock Enamel teapot").ClickAsync();
        await Expect(card).Not.ToContainTextAsync("Unavailable");

        await Button(Bench, "Change Enamel teapot").ClickAsync();
        await Dialog.GetByLabel("Verdict").SelectOptionAsync("Rejected");
        await Dialog.GetByLabel("Reason").FillAsync("prohibited content");
        await Button(Dialog, "Set the verdict").ClickAsync();
        await Expect(Bench.Locator(".bench-product")).ToContainTextAsync("rejected");
        await Expect(card).ToContainTextAsync("Unavailable");
        await card.ClickAsync();
        await Expect(Sheet("product")).ToContainTextAsync("Unavailable");
        await Expect(Button(Sheet("product"), "Add to cart")).ToHaveCountAsync(0);
    }

    [Fact(Timeout = Longest)]
    public async Task Window_ThatIsClosed_RefusesTheAppWith131047()
    {
        await OpenBenchAsync();
        await Button(Bench, "Close the 24-hour window of Pablo Morales").ClickAsync();
        await Expect(CustomerRow("Pablo")).ToContainTextAsync("window closed");

        Assert.Equal(131047, (await RefusedAsync()).Error?.Code);
        await Page.Locator("#workbench").GetByRole(AriaRole.Button, new() { Name = "Traffic" }).ClickAsync();
        await Expect(Page.Locator(".traffic-row").First).ToContainTextAsync("131047");

        await WriteAsync("Still there?");
        await Expect(Bubble("interactive.product_list")).ToBeVisibleAsync();
        await Expect(CustomerRow("Pablo")).Not.ToContainTextAsync("window closed");
    }

    [Fact(Timeout = Longest)]
    public async Task NextAnswer_IsTheErrorOfOnesChoice()
    {
        await OpenBenchAsync();
        await OpenPartAsync("Next answer");
        await Bench.GetByLabel("The next answer is").SelectOptionAsync("190 Access token expired (401)");
        await Button(Bench, "Answer with this error").ClickAsync();
        await Expect(Bench.Locator("bench-answers .current")).ToContainTextAsync("190");

        GraphException refusal = await RefusedAsync();
        Assert.Equal(((int?)190, (int?)401), (refusal.Error?.Code, (int?)refusal.StatusCode));
        await Expect(Bench.Locator("bench-answers .current")).ToHaveTextAsync("Answers are as always.");

        await Bench.GetByLabel("The next answer is").SelectOptionAsync("Another code …");
        await Bench.GetByLabel("Error code").FillAsync("131026");
        await Button(Bench, "Answer with this error").ClickAsync();
        await Expect(Page.Locator("top-bar .top-faults")).ToContainTextAsync("131026");
        await Button(Bench.Locator("bench-answers"), "Clear").ClickAsync();
        await Expect(Page.Locator("top-bar .top-faults")).ToBeHiddenAsync();
        await App.Client.Messages.SendAsync(PabloNumber, Message.Text("As always").Build(), cancellationToken: Stop);
    }

    [Fact(Timeout = Longest)]
    public async Task Webhook_ThatComesTwice_IsHandledOnce()
    {
        App.Greets = false;
        await OpenBenchAsync();
        await OpenPartAsync("Webhooks");
        await Bench.GetByLabel("Fault").SelectOptionAsync("Duplicate");
        await Button(Bench, "Apply this fault").ClickAsync();
        await Expect(Bench.Locator(".current-faults li")).ToHaveCountAsync(1);

        await WriteAsync("Twice");
        await Patiently.Until(
            () => Cloud.Deliveries.Where(delivery => delivery.Subject == "message text").Sum(delivery => delivery.Attempts.Count) == 2,
            "It did not come twice.");
        await Expect(Bench.Locator(".current-faults li")).ToHaveCountAsync(0);
        await App.HeardAsync<TextEvent>();
    }

    [Fact(Timeout = Longest)]
    public async Task Callback_ThatDoesNotAnswer_IsRefusedAndThenConnectedAgain()
    {
        Uri callback = Cloud.Callback!;
        await OpenBenchAsync();
        await OpenPartAsync("Webhooks");
        await Button(Bench, "Disconnect").ClickAsync();
        await Expect(Page.Locator(".top-details")).ToContainTextAsync("no callback yet");
        await Bench.GetByLabel("Callback address").FillAsync(callback.ToString());
        await Button(Bench, "Verify and connect").ClickAsync();
        await Expect(Page.Locator(".top-details")).ToContainTextAsync(callback.ToString());
        Assert.Equal(callback, Cloud.Callback);
    }

    [Fact(Timeout = Longest)]
    public async Task Template_IsPausedAndThenRefused()
    {
        Cloud.Templates.Add("""{"name":"hello","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hello!"}]}""");
        await SendAsync("""{"type":"template","template":{"name":"hello","language":{"code":"en_US"}}}""");
        await Expect(Bubble("template")).ToContainTextAsync("Hello!");
        await OpenBenchAsync();
        await OpenPartAsync("Templates");
        await Expect(Bench.Locator("bench-templates")).ToContainTextAsync("utility, approved");
        await Bench.GetByLabel("Verdict on hello", new() { Exact = true }).SelectOptionAsync("Pause");
        await Button(Bench, "Set the verdict on hello").ClickAsync();
        await Expect(Bench.Locator("bench-templates")).ToContainTextAsync("utility, paused");

        GraphException refusal = await Assert.ThrowsAnyAsync<GraphException>(
            () => App.Client.Messages.SendAsync(PabloNumber, Message.Template("hello", "en_US").Build(), cancellationToken: Stop));
        Assert.Equal(132015, refusal.Error?.Code);
    }

    private async Task OpenBenchAsync() =>
        await Page.Locator("#traffic").GetByRole(AriaRole.Button, new() { Name = "Workbench" }).ClickAsync();

    private async Task OpenPartAsync(string title) => await Bench.Locator("summary").Filter(new() { HasText = title }).ClickAsync();

    private async Task<GraphException> RefusedAsync() =>
        await Assert.ThrowsAnyAsync<GraphException>(
            () => App.Client.Messages.SendAsync(PabloNumber, Message.Text("Hello").Build(), cancellationToken: Stop));
}

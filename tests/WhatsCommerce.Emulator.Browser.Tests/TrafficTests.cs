using System.Text.Json.Nodes;
using Microsoft.Playwright;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>Each request and each webhook as the page tells it.</summary>
public sealed class TrafficTests(Chromium chromium) : PageTest(chromium)
{
    private ILocator Traffic => Page.Locator("traffic-list");

    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    // An edited webhook that is no object is refused; the browser tells so too.
    protected override bool IsExpected(string problem) => problem.Contains("/again", StringComparison.Ordinal);

    [Fact(Timeout = Longest)]
    public async Task Traffic_TellsVerdictAndRule_AndIsFiltered()
    {
        await WriteAsync("Hi!");
        await Expect(Bubble("interactive.product_list")).ToBeVisibleAsync();
        JsonObject text = new() { ["body"] = new string('x', 5000) };
        await PostAsync("messages", new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["to"] = PabloNumber,
            ["type"] = "text",
            ["text"] = text
        });

        ILocator refused = Traffic.Locator(".traffic-row").Filter(new() { HasText = "refused" });
        await Expect(refused).ToHaveCountAsync(1);
        await Expect(refused).ToContainTextAsync("4096");
        await Expect(Traffic.Locator(".traffic-row").Filter(new() { HasText = "accepted" })).ToHaveCountAsync(1);
        await Expect(Traffic.Locator(".traffic-row").Filter(new() { HasText = "message text" })).ToContainTextAsync("delivered");

        await Traffic.GetByLabel("Kind of traffic").SelectOptionAsync("Problems only");
        await Expect(Traffic.Locator(".traffic-row")).ToHaveCountAsync(1);
        await Traffic.GetByLabel("Kind of traffic").SelectOptionAsync("Webhooks");
        await Traffic.GetByLabel("Filter the traffic by text").FillAsync("status read");
        await Expect(Traffic.Locator(".traffic-row")).ToHaveCountAsync(1);
        await Expect(Traffic.Locator(".list-count")).ToContainTextAsync("1 of the last");

        await Traffic.Locator(".traffic-row").ClickAsync();
        await Expect(Dialog).ToContainTextAsync("X-Hub-Signature-256");
        await Expect(Dialog.Locator(".json .json-key").Filter(new() { HasText = "\"statuses\"" })).ToBeVisibleAsync();
        await Expect(Dialog.GetByLabel("Attempts")).ToContainTextAsync("HTTP 200");
        await Button(Dialog, "Close").ClickAsync();

        await Traffic.GetByRole(AriaRole.Button, new() { Name = "Clear the traffic" }).ClickAsync();
        await Expect(Traffic).ToContainTextAsync("Nothing yet.");
    }

    [Fact(Timeout = Longest)]
    public async Task Request_IsCopiedAsCurlAndSentAgain()
    {
        await Page.Context.GrantPermissionsAsync(
            ["clipboard-read", "clipboard-write"], new() { Origin = Cloud.BaseAddress.GetLeftPart(UriPartial.Authority) });
        const string Body = """{"messaging_product":"whatsapp","to":"+16505551234","type":"text","text":{"body":"It's \u002410 [now]"}}""";
        await PostAsync("messages", JsonNode.Parse(Body)!);
        await Expect(Bubble("text")).ToContainTextAsync("It's $10 [now]");

        await Traffic.Locator(".traffic-row").Filter(new() { HasText = "POST" }).ClickAsync();
        await Expect(Dialog).ToContainTextAsync("HTTP 200");
        await Button(Dialog, "Copy as curl").ClickAsync();
        await Expect(Dialog.GetByRole(AriaRole.Status)).ToContainTextAsync(["Copied"]);

        string posted = System.Text.Encoding.UTF8.GetString(Cloud.Requests[^1].Body.Span);
        string[] expected =
        [
            $"curl --globoff -X 'POST' '{Cloud.BaseAddress}v25.0/{Cloud.Options.PhoneNumberId}/messages'",
            $"  -H 'Authorization: Bearer {Cloud.Options.AccessToken}'",
            "  -H 'Content-Type: application/json; charset=utf-8'",
            $"  --data-raw '{posted.Replace("'", @"'\''", StringComparison.Ordinal)}'",
        ];
        Assert.Equal(string.Join(" \\\n", expected), await Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));

        await Button(Dialog, "Send again").ClickAsync();
        await Expect(Phone.Locator("article.incoming").Filter(new() { HasText = "It's $10 [now]" })).ToHaveCountAsync(2);
        await Patiently.Until(() => Cloud.Requests.Count == 2);
        Assert.Equal([posted, posted], Cloud.Requests.Select(request => System.Text.Encoding.UTF8.GetString(request.Body.Span)));
    }

    [Fact(Timeout = Longest)]
    public async Task Statuses_StandUnderTheirMessage_WithItsKindAndCustomer()
    {
        string id = await SendAsync("""{"type":"text","text":{"body":"On its way"}}""");
        await SendAsync("""{"type":"location","location":{"latitude":"1","longitude":"2"}}""");

        ILocator message = Traffic.Locator("li").Filter(new() { HasText = "text to Pablo Morales" });
        await Expect(message).ToHaveCountAsync(1);
        await Expect(message.Locator(".traffic-status")).ToHaveTextAsync(["Status sent", "Status delivered", "Status read"]);
        await Expect(Traffic.Locator(".traffic-row")).ToHaveCountAsync(2);

        await message.Locator(".traffic-status").Last.ClickAsync();
        await Expect(Dialog).ToContainTextAsync("status read · text to Pablo Morales");
        await Expect(Dialog.Locator(".json").First).ToContainTextAsync(id);

        // By themselves they name the kind and the customer too.
        await Traffic.GetByLabel("Kind of traffic").SelectOptionAsync("Webhooks");
        await Expect(Traffic.Locator(".traffic-row").Filter(new() { HasText = "status read · location to Pablo Morales" }))
            .ToHaveCountAsync(1);
    }

    [Fact(Timeout = Longest)]
    public async Task ProblemsOnly_ShowsErrorsAndRepeatedDeliveries()
    {
        App.Greets = false;
        await Traffic.GetByLabel("Kind of traffic").SelectOptionAsync("Problems only");
        await WriteAsync("Once");
        await Expect(Traffic).ToContainTextAsync("No problems");

        Cloud.WebhookFaults.Next(EmulatedWebhookFault.Duplicate());
        await WriteAsync("Twice");
        ILocator rows = Traffic.Locator(".traffic-row");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows).ToContainTextAsync("2 attempts");

        // A message that fails on the way to an old app is accepted, and the error comes by webhook.
        Pablo.App = CustomerApp.Android("2.20.1");
        await SendAsync($$$"""
            {"type":"interactive","interactive":{"type":"product",
             "action":{"catalog_id":"{{{Cloud.Catalog.Id}}}","product_retailer_id":"teapot"} } }
            """);
        ILocator failed = rows.Filter(new() { HasText = "status failed" });
        await Expect(failed).ToHaveCountAsync(1);
        await Expect(failed).ToContainTextAsync("interactive product to Pablo Morales");
        await Expect(failed.Locator(".traffic-rule")).Not.ToBeEmptyAsync();
        await Expect(rows).ToHaveCountAsync(2);
    }

    [Fact(Timeout = Longest)]
    public async Task Details_StepToThePreviousAndTheNext_BesideTheList()
    {
        App.Greets = false;
        foreach (string text in (string[])["First", "Second", "Third"])
        {
            await WriteAsync(text);
            await Expect(Traffic.Locator(".traffic-row").First).ToContainTextAsync("delivered");
            await Expect(Phone.Locator("article.outgoing").Last).ToContainTextAsync(text);
        }

        await Expect(Traffic.Locator(".traffic-row").Filter(new() { HasText = "delivered" })).ToHaveCountAsync(3);
        await Traffic.Locator(".traffic-row").First.ClickAsync();
        await Expect(Dialog.Locator(".json").First).ToContainTextAsync("Third");
        await Expect(Traffic.Locator(".traffic-row").First).ToHaveAttributeAsync("aria-current", "true");
        await Expect(Button(Dialog, "Previous")).ToHaveAttributeAsync("aria-disabled", "true");

        await Button(Dialog, "Next").ClickAsync();
        await Expect(Dialog.Locator(".json").First).ToContainTextAsync("Second");
        await Button(Dialog, "Next").ClickAsync();
        await Expect(Dialog.Locator(".json").First).ToContainTextAsync("First");
        await Expect(Button(Dialog, "Next")).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(Traffic.Locator(".traffic-row").Last).ToHaveAttributeAsync("aria-current", "true");
        await Button(Dialog, "Previous").ClickAsync();
        await Expect(Dialog.Locator(".json").First).ToContainTextAsync("Second");

        // The phone and the list stay in use, and what comes meanwhile is the previous one of the first.
        await WriteAsync("Fourth");
        await Expect(Traffic.Locator(".traffic-row")).ToHaveCountAsync(4);
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Dialog).ToBeVisibleAsync();
        await Button(Dialog, "Close").ClickAsync();
        await Expect(Dialog).ToHaveCountAsync(0);
        await Expect(Traffic.Locator(".traffic-row").Nth(2)).ToBeFocusedAsync();
    }

    [Fact(Timeout = Longest)]
    public async Task Request_IsEditedAndSentAgain()
    {
        await SendAsync("""{"type":"text","text":{"body":"Before"}}""");
        await Traffic.Locator(".traffic-row").Filter(new() { HasText = "text to Pablo" }).ClickAsync();

        await Button(Dialog, "Edit and send again").ClickAsync();
        ILocator body = Dialog.GetByRole(AriaRole.Textbox, new() { Name = "Body" });
        await body.FillAsync((await body.InputValueAsync()).Replace("Before", "After", StringComparison.Ordinal));
        await Button(Dialog, "Send").ClickAsync();

        await Expect(Phone.Locator("article.incoming").Last).ToContainTextAsync("After");
        await Expect(Page.Locator(".toast")).ToContainTextAsync("Sent; the response is HTTP 200.");

        // What is wrong with it is judged as ever.
        await body.FillAsync("""{"messaging_product":"whatsapp"}""");
        await Button(Dialog, "Send").ClickAsync();
        await Expect(Page.Locator(".toast")).ToHaveTextAsync(["Sent; the response is HTTP 400."]);
        await Expect(Traffic.Locator(".traffic-row").First).ToContainTextAsync("refused");
    }

    [Fact(Timeout = Longest)]
    public async Task Webhook_IsEditedSignedAndDelivered()
    {
        App.Greets = false;
        await WriteAsync("Before");
        await Traffic.Locator(".traffic-row").Filter(new() { HasText = "message text from Pablo Morales" }).ClickAsync();
        await Button(Dialog, "Edit and send again").ClickAsync();
        ILocator body = Dialog.GetByRole(AriaRole.Textbox, new() { Name = "Body" });
        string json = await body.InputValueAsync();

        await body.FillAsync("[]");
        await Button(Dialog, "Send").ClickAsync();
        await Expect(Dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The body must be a JSON object.");

        // Another id, so that it is another message for the app.
        string id = Pablo.Chat[^1].Id.Value!;
        json = json.Replace("Before", "After", StringComparison.Ordinal).Replace(id, "wamid.EDITED", StringComparison.Ordinal);
        await body.FillAsync(json);
        await Button(Dialog, "Send").ClickAsync();
        await Patiently.Until(
            () => App.Events.OfType<TextEvent>().Any(text => text.Text == "After"), "The app did not hear of the edited webhook.");
    }

    [Fact(Timeout = Longest)]
    public async Task EmptyList_SuggestsWhatToDo()
    {
        await Button(Traffic, "Say “Hi!” on the phone").ClickAsync();
        await Expect(Phone.Locator("article.outgoing")).ToContainTextAsync("Hi!");
        await Expect(Traffic.Locator(".empty-state")).ToBeHiddenAsync();

        await Traffic.GetByLabel("Filter the traffic by text").FillAsync("spaceship");
        await Expect(Traffic).ToContainTextAsync("Nothing matches the filter.");
        await Button(Traffic, "Show all").ClickAsync();
        await Expect(Traffic.Locator(".traffic-row").First).ToBeVisibleAsync();

        await Bubble("interactive.product_list").WaitForAsync();
        await Traffic.GetByLabel("Kind of traffic").SelectOptionAsync("Problems only");
        await Button(Traffic, "Provoke one on the workbench").ClickAsync();
        await Expect(Page.Locator("work-bench")).ToBeVisibleAsync();
    }

    [Fact(Timeout = Longest)]
    public async Task Webhook_IsSentAgain()
    {
        App.Greets = false;
        await WriteAsync("Hello");
        ILocator webhooks = Traffic.Locator(".traffic-row").Filter(new() { HasText = "message text" });
        await Expect(webhooks).ToHaveCountAsync(1);
        await webhooks.ClickAsync();
        await Button(Dialog, "Send again").ClickAsync();
        await Expect(webhooks).ToHaveCountAsync(2);
        Assert.Equal(Cloud.Deliveries[0].Body.ToArray(), Cloud.Deliveries[1].Body.ToArray());
    }
}

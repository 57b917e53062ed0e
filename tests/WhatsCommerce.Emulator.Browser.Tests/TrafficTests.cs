using System.Text.Json.Nodes;
using Microsoft.Playwright;
using WhatsCommerce.Tests;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>Each request and each webhook as the page tells it.</summary>
public sealed class TrafficTests(Chromium chromium) : PageTest(chromium)
{
    private ILocator Traffic => Page.Locator("traffic-list");

    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

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

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using WhatsCommerce.Testing;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>Whatever customers and businesses write stays text: script in every field runs nowhere.</summary>
public sealed class ScriptTests(Chromium chromium) : PageTest(chromium)
{
    private const string Script = """<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>""";

    // Where less fits: 60, 24 and 20 characters.
    private const string Header = "<img src=x onerror='window.hacked=1'>";
    private const string Row = "<svg/onload=hacked=1>";
    private const string Label = "<a onclick=hacked=1>";
    private const string Link = "javascript:window.hacked=1";

    // A callback whose address is a script cannot be connected.
    protected override bool IsExpected(string problem) => problem.Contains("/emulator/callback", StringComparison.Ordinal);

    protected override async Task PrepareAsync()
    {
        Cloud.Number.VerifiedName = Script;
        Cloud.Customer(PabloNumber, Script);
        Cloud.Customer("+447700900123", $"Ines {Header}");
        for (int number = 1; number <= 3; number++)
        {
            Cloud.Catalog.Add(new EmulatedCatalogItem
            {
                RetailerId = $"script-{number}",
                Title = $"{number} {Script}",
                Description = $"{Script} {Link}",
                Price = new Money(9m, "USD"),
                ImageAddress = new Uri(Link),
                Address = new Uri(Link),
                ItemGroupId = "scripts",
                VariantAttributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["size"] = $"{Row}{number}" },
            });
        }

        App.Greets = false;
        Cloud.Templates.Add(Filled("""
            {"name":"hostile","language":"en_US","category":"MARKETING",
            "components":[{"type":"HEADER","format":"TEXT","text":$header},{"type":"BODY","text":$script},
             {"type":"FOOTER","text":$header},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":$label}]}]}
            """));
        foreach (string message in Messages())
        {
            await SendAsync(message);
        }

        // Some addresses no Cloud API would take; where one does, the page must not follow it.
        foreach (string message in Perhaps())
        {
            await PostAsync("messages", WithAddress(message));
        }

        await Pablo.SendTextAsync($"{Script} {Link} https://shop.example/{Link}", Stop);
        await Pablo.AskAboutAsync("script-1", Script, Stop);
        await Pablo.ShareLocationAsync(1, 2, Script, Script, cancellationToken: Stop);
        await Pablo.SendImageAsync(Pixel, "image/png", Script, Stop);
        await Pablo.SendCartAsync([("script-1", 2)], Script, Stop);
    }

    [Fact(Timeout = Longest)]
    public async Task Script_InEveryField_IsShownAsTextAndRunsNowhere()
    {
        await CustomerRow("2 items").Or(CustomerRow(PabloNumber)).First.ClickAsync();
        await Expect(Phone.Locator(".phone-header h2")).ToHaveTextAsync(Script);
        await Expect(Phone.Locator(".phone-owner")).ToHaveTextAsync(Script);
        string[] kinds =
        [
            "text", "image", "document", "location", "contacts", "template", "order", "interactive.button", "interactive.list",
            "interactive.product", "interactive.product_list", "interactive.carousel", "interactive.flow", "interactive.cta_url",
        ];
        foreach (string kind in kinds)
        {
            await Expect(Bubble(kind)).ToContainTextAsync("hacked=1");
        }

        await AssertCalmAsync("messages");
        await OpenAsync(Button(Bubble("interactive.list"), Label));
        await OpenAsync(Button(Bubble("interactive.product_list"), "View items"));
        await OpenAsync(Button(Bubble("order"), "View sent cart"));
        await OpenAsync(Button(Phone, "View catalog of the business"));
        await OpenAsync(Button(Bubble("interactive.flow"), Label));

        await Button(Bubble("interactive.product"), "View").ClickAsync();
        await Expect(Sheet("product").Locator(".page-title")).ToHaveTextAsync($"1 {Script}");
        Cloud.Catalog.Update("script-1", item => item with { Title = $"New {Script}" });
        await Expect(Sheet("product").Locator(".changes")).ToContainTextAsync(Script);
        await Button(Sheet("product"), "Add to cart").ClickAsync();
        await Sheet("product").Locator(".cart-button").ClickAsync();
        await Expect(Sheet("cart").Locator(".product-title")).ToHaveTextAsync($"New {Script}");
        await AssertCalmAsync("cart");
        Cloud.Catalog.Update("script-1", item => item with { Availability = ItemAvailability.OutOfStock });
        await Expect(Phone.GetByRole(AriaRole.Alert)).ToContainTextAsync(Script);
        await Button(Sheet("cart"), "Back").ClickAsync();
        await Button(Sheet("product"), "Message business").ClickAsync();
        await Expect(Phone.Locator(".reply-bar")).ToContainTextAsync(Script);
        await AssertCalmAsync("phone");
        await Phone.Locator("details").EvaluateAllAsync<object?>("all => all.forEach(each => each.open = true)");
        await Bubble("interactive.product").HoverAsync();
        await Bubble("interactive.product").Locator(".message-menu").ClickAsync();
        await Button(Sheet("message-menu"), "Forward").ClickAsync();
        await Expect(Sheet("forward")).ToContainTextAsync(Header);
        await AssertCalmAsync("forwarding");
    }

    [Fact(Timeout = Longest)]
    public async Task Script_InTrafficAndWorkbench_IsShownAsTextAndRunsNowhere()
    {
        foreach ((string to, string type) in ((string, string)[])[(PabloNumber, Script), (Script, "text")])
        {
            JsonObject text = new() { ["body"] = Script };
            await PostAsync("messages", new JsonObject
            {
                ["messaging_product"] = "whatsapp",
                ["to"] = to,
                ["type"] = type,
                ["text"] = text
            });
        }

        foreach (string kind in (string[])["Problems only", "Webhooks", "Requests"])
        {
            await Page.GetByLabel("Kind of traffic").SelectOptionAsync(kind);
            for (int row = 0; row < 3; row++)
            {
                await Page.Locator(".traffic-row").Nth(row).ClickAsync();
                await Expect(Page.GetByRole(AriaRole.Dialog).Locator(".json").First).ToBeVisibleAsync();
                await AssertCalmAsync("traffic");
                await Page.Keyboard.PressAsync("Escape");
            }
        }

        await Button(Page.Locator("#traffic"), "Workbench").ClickAsync();
        ILocator bench = Page.Locator("work-bench");
        await bench.GetByLabel("Find a product").FillAsync("img");
        await Expect(bench.Locator(".bench-product")).ToHaveCountAsync(3);
        await bench.Locator(".bench-product").First.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(Script);
        await AssertCalmAsync("product dialog");
        await Page.Keyboard.PressAsync("Escape");

        await OpenAllAsync(bench.Locator(".bench-part:not([open]) > summary"));
        await bench.GetByLabel("Callback address").FillAsync($"{Cloud.BaseAddress}hostile/{Header}");
        await Button(bench, "Verify and connect").ClickAsync();
        await Expect(bench.GetByRole(AriaRole.Alert)).ToContainTextAsync("onerror");
        await AssertCalmAsync("webhooks");
        await Button(Page.Locator("top-bar"), "Connect your app").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("appsettings.json");
        await AssertCalmAsync("connecting");
    }

    private static IEnumerable<string> Messages() => ((string[])
    [
        """{"type":"text","text":{"preview_url":true,"body":$script}}""",
        """
        {"type":"interactive","interactive":{"type":"button","header":{"type":"text","text":$header},"body":{"text":$script},
         "footer":{"text":$header},"action":{"buttons":[{"type":"reply","reply":{"id":$script,"title":$label}}]}}}
        """,
        """
        {"type":"interactive","interactive":{"type":"list","header":{"type":"text","text":$header},"body":{"text":$script},
         "footer":{"text":$header},"action":{"button":$label,"sections":[{"title":$row,"rows":[{"id":$header,"title":$row,
         "description":$header}]}]}}}
        """,
        """
        {"type":"interactive","interactive":{"type":"product_list","header":{"type":"text","text":$header},
         "body":{"text":$script},"footer":{"text":$header},"action":{"catalog_id":"194836987003835",
         "sections":[{"title":$row,"product_items":[{"product_retailer_id":"script-1"},{"product_retailer_id":"script-2"}]}]}}}
        """,
        """
        {"type":"interactive","interactive":{"type":"product","body":{"text":$script},"footer":{"text":$header},
         "action":{"catalog_id":"194836987003835","product_retailer_id":"script-1"}}}
        """,
        """
        {"type":"interactive","interactive":{"type":"carousel","body":{"text":$script},"action":{"cards":[{"card_index":0,
         "type":"product","action":{"product_retailer_id":"script-1","catalog_id":"194836987003835"}},{"card_index":1,
         "type":"product","action":{"product_retailer_id":"script-2","catalog_id":"194836987003835"}}]}}}
        """,
        """
        {"type":"interactive","interactive":{"type":"flow","header":{"type":"text","text":$header},"body":{"text":$script},
         "action":{"name":"flow","parameters":{"flow_message_version":"3","flow_id":"1","flow_token":$script,
         "flow_cta":$label,"flow_action":"navigate","flow_action_payload":{"screen":$row,"data":{"a":$script}}}}}}
        """,
        """
        {"type":"interactive","interactive":{"type":"cta_url","body":{"text":$script},"action":{"name":"cta_url",
         "parameters":{"display_text":$label,"url":"https://shop.example/"}}}}
        """,
        """{"type":"location","location":{"latitude":"1","longitude":"2","name":$script,"address":$script}}""",
        """
        {"type":"contacts","contacts":[{"name":{"formatted_name":$script,"first_name":$script},"org":{"company":$script,
         "title":$script},"phones":[{"phone":"+15551234","type":$row}],"emails":[{"email":$script,"type":$row}],
         "addresses":[{"street":$script,"city":$script}],"urls":[{"url":$link,"type":$row}]}]}
        """,
        """{"type":"document","document":{"link":"https://shop.example/file.pdf","filename":$script,"caption":$script}}""",
        """{"type":"image","image":{"link":"https://shop.example/file.png","caption":$script}}""",
        """{"type":"template","template":{"name":"hostile","language":{"code":"en_US"}}}""",
    ]).Select(Filled);

    private static IEnumerable<string> Perhaps() => ((string[])
    [
        """
        {"type":"interactive","interactive":{"type":"cta_url","body":{"text":"x"},"action":{"name":"cta_url",
         "parameters":{"display_text":$label,"url":$link}}}}
        """,
        """{"type":"image","image":{"link":$link,"caption":$script}}""",
        """{"type":"document","document":{"link":$link,"filename":$script}}""",
        """{"type":"video","video":{"link":$link}}""",
        """{"type":"location","location":{"latitude":"1","longitude":"2","name":$script,"url":$link}}""",
    ]).Select(Filled);

    private static JsonObject WithAddress(string message)
    {
        JsonObject json = JsonNode.Parse(message)!.AsObject();
        json["messaging_product"] = "whatsapp";
        json["to"] = PabloNumber;
        return json;
    }

    private static string Filled(string json)
    {
        (string Name, string Value)[] places =
            [("$script", Script), ("$header", Header), ("$row", Row), ("$label", Label), ("$link", Link)];
        return places.Aggregate(
            json, (text, place) => text.Replace(place.Name, JsonSerializer.Serialize(place.Value), StringComparison.Ordinal));
    }

    /// <summary>Unfolds what is folded.</summary>
    private static async Task OpenAllAsync(ILocator folded)
    {
        while (await folded.CountAsync() > 0)
        {
            await folded.First.ClickAsync();
        }
    }

    /// <summary>Opens a sheet, looks that nothing has run, and closes it.</summary>
    private async Task OpenAsync(ILocator opener)
    {
        await opener.ClickAsync();
        await Expect(Phone.Locator("dialog")).ToContainTextAsync("hacked=1");
        await AssertCalmAsync(opener.ToString()!);
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Phone.Locator("dialog")).ToHaveCountAsync(0);
    }

    private async Task AssertCalmAsync(string where)
    {
        string found = await Page.EvaluateAsync<string>("""
            () => JSON.stringify({
                hacked: window.hacked ?? 0,
                scripts: document.querySelectorAll('script').length,
                listeners: document.querySelectorAll('[onerror], [onload], [onclick]').length,
                links: [...document.querySelectorAll('[href], [src], [action], [srcdoc]')].filter(each => each.hasAttribute('srcdoc')
                    || ['href', 'src', 'action'].some(name => /^\s*javascript:/i.test(each.getAttribute(name) ?? ''))).length,
            })
            """);
        Assert.Equal((where, """{"hacked":0,"scripts":1,"listeners":0,"links":0}"""), (where, found));
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WhatsCommerce.Tests;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>Every message that Meta publishes as an example is drawn on the phone.</summary>
public sealed partial class PublishedMessageTests(Chromium chromium) : PageTest(chromium)
{
    // Their uploads were never made here: the phone says in the place of the picture that it cannot be shown.
    protected override bool IsExpected(string problem) => problem.Contains("/emulator/media/", StringComparison.Ordinal);

    [Fact(Timeout = Longest)]
    public async Task Message_OfEachPublishedExample_IsDrawn()
    {
        Assert.SkipUnless(PublishedMessages.Files.Length > 0, "Skipped: ../shared/corpus/messages does not stand beside this checkout.");
        App.Greets = false;
        Dictionary<string, string> sent = new(StringComparer.Ordinal);
        int read = 0;
        int toGroups = 0;
        foreach (string file in PublishedMessages.Files)
        {
            JsonObject message = PublishedMessages.Read(file);
            ForThisShop(message);
            (int status, JsonNode answer) = await PostAsync(PublishedMessages.EdgeOf(file), message);
            if (PublishedMessages.IsRefused(file))
            {
                Assert.Equal((400, 131009), (status, (int)answer["error"]!["code"]!));
                continue;
            }

            Assert.True(status == 200, $"{file}: {answer.ToJsonString()}");
            if (message.ContainsKey("status"))
            {
                read++;
            }
            else if ((string?)message["recipient_type"] == "group")
            {
                // It goes to no phone of the emulator's: groups have none.
                toGroups++;
            }
            else
            {
                sent[(string)answer["messages"]![0]!["id"]!] = file;
            }
        }

        Assert.Equal(PublishedMessages.Files.Length - PublishedMessages.Refused.Count, sent.Count + read + toGroups);
        await Expect(Phone.Locator($"[data-message-id='{sent.Keys.Last()}']")).ToBeAttachedAsync();
        await Cloud.WhenDeliveredAsync(Stop);
        JsonElement problems = await Page.EvaluateAsync<JsonElement>(
            """
            ids => ids.flatMap(id => {
                const drawn = [...document.querySelectorAll(`customer-phone [data-message-id="${CSS.escape(id)}"]`)];
                const box = drawn[0]?.getBoundingClientRect();
                return drawn.length !== 1 ? [`${id} is drawn ${drawn.length} times`]
                    : drawn[0].matches('[data-unknown]') ? [`${id} is unknown to the phone`]
                    : box.width < 20 || box.height < 20 ? [`${id} is drawn as ${box.width} by ${box.height} pixels`]
                    : drawn[0].innerText.trim() === '' && !drawn[0].querySelector('img, svg') ? [`${id} shows nothing`]
                    : [];
            })
            """,
            sent.Keys.ToArray());
        Assert.Equal([], problems.EnumerateArray()
            .Select(problem => problem.GetString()!)
            .Select(problem => $"{sent[problem.Split(' ')[0]]}: {problem}"));
        await Expect(Phone.Locator(".list-card").Filter(new() { HasTextRegex = NoItems() })).ToHaveCountAsync(0);
        await Expect(Phone.Locator(".log")).Not.ToContainTextAsync("undefined");
        await Expect(Phone.Locator(".log")).Not.ToContainTextAsync("[object Object]");
    }

    /// <summary>Addresses an example to the customer whom the page shows, and lets it show what the shop has.</summary>
    private void ForThisShop(JsonObject message)
    {
        foreach (string product in PublishedMessages.ProductsOf(message).Where(product => Cloud.Catalog.Find(product) is null))
        {
            Cloud.Catalog.Add(product, $"Product {product}", new Money(1m, "USD"));
        }

        if ((string?)message["recipient_type"] != "group" && message.ContainsKey("to"))
        {
            message["to"] = PabloNumber;
        }

        NameCatalog(message);
    }

    private void NameCatalog(JsonNode? node)
    {
        foreach (JsonNode? child in node is JsonObject json ? json.Select(member => member.Value) : node as JsonArray ?? [])
        {
            NameCatalog(child);
        }

        if (node is JsonObject named && named.ContainsKey("catalog_id"))
        {
            named["catalog_id"] = Cloud.Catalog.Id.Value;
        }
    }

    [GeneratedRegex(@"\b0 items", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex NoItems();
}

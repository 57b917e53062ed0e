using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>The phone looks as WhatsApp does, and what the emulator adds to it is in nobody's way.</summary>
public sealed class PhoneTests(Chromium chromium) : PageTest(chromium)
{
    protected override Task PrepareAsync()
    {
        App.Greets = false;
        return Task.CompletedTask;
    }

    [Fact(Timeout = Longest)]
    public async Task MenuOfAMessage_CoversNothingOfTheShortest_AndStandsWithinThePhone()
    {
        await SendAsync("""{"type":"text","text":{"body":"."}}""");
        await WriteAsync("!");
        await SendAsync($$$"""{"type":"text","text":{"body":"{{{new string('x', 200)}}}"} }""");

        foreach (string side in (string[])["article.incoming >> nth=0", "article.outgoing", "article.incoming >> nth=1"])
        {
            ILocator message = Phone.Locator(side);
            await message.HoverAsync();
            ILocator menu = message.Locator(".message-menu");
            await Expect(menu).ToHaveCSSAsync("opacity", "1");
            Assert.Equal("", await message.EvaluateAsync<string>("""
                message => {
                    const places = [message.querySelector('.message-menu'), message.querySelector('.bubble-box'), message.closest('.log')];
                    const [menu, box, log] = places.map(each => each.getBoundingClientRect());
                    return menu.left < box.right && box.left < menu.right ? 'It covers the message.'
                        : menu.left < log.left || menu.right > log.right ? 'It is cut off.' : '';
                }
                """));
            await menu.ClickAsync();
            await Button(Sheet("message-menu"), "Close").ClickAsync();
        }
    }

    [Fact(Timeout = Longest)]
    public async Task Notices_LieOverThePhoneAndReplaceEachOther()
    {
        await SendAsync("""{"type":"text","text":{"body":"Hello"}}""");
        await Expect(Bubble("text")).ToBeVisibleAsync();
        const string Places = """
            () => JSON.stringify(
                [...document.querySelectorAll('.phone-header, .chat, .composer')].map(each => each.getBoundingClientRect()))
            """;
        string before = await Page.EvaluateAsync<string>(Places);

        await Page.EvaluateAsync("""
            () => {
                const phone = document.querySelector('customer-phone');
                ['One', 'Two', 'Three'].forEach(text => phone.tell(text));
                ['No', 'Not at all'].forEach(text => phone.tell(text, { kind: 'error' }));
            }
            """);

        await Expect(Phone.Locator(".phone-alert")).ToHaveTextAsync(["Three", "Not at all"]);
        Assert.Equal(before, await Page.EvaluateAsync<string>(Places));
    }

    [Fact(Timeout = Longest)]
    public async Task Time_StandsInTheLastLineOfAShortText_AndOverNoneOfIt()
    {
        await SendAsync("""{"type":"text","text":{"body":"Ok"}}""");
        await WriteAsync("Fine");
        for (int words = 5; words < 12; words++)
        {
            await WriteAsync(string.Join(' ', Enumerable.Repeat("words", words)));
        }

        await Expect(Phone.Locator("article.outgoing")).ToHaveCountAsync(8);
        await Expect(Phone.Locator("article.outgoing .ticks")).ToHaveCountAsync(8);
        using JsonDocument found = JsonDocument.Parse(await Page.EvaluateAsync<string>("""
            () => JSON.stringify([...document.querySelectorAll('customer-phone article')].map(message => {
                const text = message.querySelector('.text');
                const words = document.createRange();
                words.selectNodeContents(text);
                const meta = message.querySelector('.meta').getBoundingClientRect();
                const lines = [...words.getClientRects()].filter(line => line.width > 0);
                return {
                    isCovered: lines.some(line => line.right > meta.left && line.left < meta.right
                        && line.bottom > meta.top + 4 && line.top < meta.bottom - 2),
                    isBeside: message.querySelector('.bubble-box').getBoundingClientRect().height < 40,
                };
            }))
            """));
        Assert.DoesNotContain(found.RootElement.EnumerateArray(), message => message.GetProperty("isCovered").GetBoolean());
        Assert.Equal(
            [true, true], found.RootElement.EnumerateArray().Take(2).Select(message => message.GetProperty("isBeside").GetBoolean()));
    }

    [Fact(Timeout = Longest)]
    public async Task Ticks_AreThoseOfTheCustomersOwnMessages()
    {
        await SendAsync("""{"type":"text","text":{"body":"Of the business"}}""");
        await WriteAsync("Of the customer");

        ILocator own = Phone.Locator("article.outgoing .ticks");
        await Expect(own).ToHaveCountAsync(1);
        await Expect(Phone.Locator("article.incoming .ticks")).ToHaveCountAsync(0);
        await App.Client.Messages.MarkAsReadAsync(Pablo.Chat[^1].Id, cancellationToken: Stop);
        await Expect(own).ToHaveAttributeAsync("aria-label", "Read");
    }

    [Fact(Timeout = Longest)]
    public async Task EmptyChat_SuggestsHowToBegin()
    {
        ILocator empty = Phone.Locator(".chat-empty");
        await Expect(empty).ToContainTextAsync("No messages yet.");
        await Button(empty, "View the catalog").ClickAsync();
        await Button(Sheet("catalog"), "Cart, 0 items").ClickAsync();
        await Button(Sheet("cart"), "View the catalog").ClickAsync();
        await Expect(Phone.Locator("dialog")).ToHaveCountAsync(1);
        await Button(Sheet("catalog"), "Back").ClickAsync();

        await Button(empty, "Say “Hi!”").ClickAsync();
        await Expect(Phone.Locator("article.outgoing")).ToContainTextAsync("Hi!");
        await Expect(empty).ToBeHiddenAsync();
    }
}

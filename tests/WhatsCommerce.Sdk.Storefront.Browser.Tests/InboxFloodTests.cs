using Microsoft.Playwright;
using WhatsCommerce.Emulator.Browser.Tests;
using WhatsCommerce.Storefronts;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Sdk.Storefront.Browser.Tests;

/// <summary>
/// 200 conversations in which ten seconds' worth of 50 messages a second come in, as fast as the machine lets them: the page does a bounded
/// amount of work for them, whatever time that takes here.
/// </summary>
public sealed class InboxFloodTests(Chromium chromium) : InboxPageTest(chromium)
{
    private const int Conversations = 200;
    private const int Messages = 500;

    // The rows of a conversation, its name, time, preview, owner, window.
    private const int MostNodesOfARow = 20;

    // What the page counts of its own work, from before its first script.
    private const string Counters = """
        window.work = { events: 0, rows: 0, drawn: 0, longest: 0 };
        const listen = EventSource.prototype.addEventListener;
        EventSource.prototype.addEventListener = function (name, handle) {
          return listen.call(this, name, event => {
            if (name === 'rows') {
              window.work.events++;
              window.work.rows += JSON.parse(event.data).length;
            }
            handle(event);
          });
        };
        addEventListener('DOMContentLoaded', () => new MutationObserver(changes => {
          const rows = new Set(changes.filter(one => one.target instanceof Element && one.target.matches('.row')).map(one => one.target));
          window.work.drawn += rows.size;
          window.work.longest = Math.max(window.work.longest, rows.size);
        }).observe(document.body, { childList: true, subtree: true }));
        """;

    [Fact(Timeout = Longest)]
    public async Task Flood_OfMessagesInManyConversations_KeepsOrderInputAndWorkBounded()
    {
        BrowserShop shop = await OpenShopAsync();
        IConversationStore store = shop.Store;
        CustomerKey[] customers = [.. Enumerable.Range(0, Conversations).Select(i => new CustomerKey($"customer{i}"))];
        foreach (CustomerKey customer in customers)
        {
            await WriteAsync(store, customer, 0);
        }

        await shop.Shop.Conversations.TakeOverAsync(customers[0], "ann", cancellationToken: Stop);
        IPage page = await OpenInboxAsync(shop, script: Counters);
        await ChooseAsync(page, customers[0]);
        await Expect(page.Locator(".row")).ToHaveCountAsync(Conversations);
        int before = await page.EvaluateAsync<int>("() => document.querySelectorAll('*').length");
        await page.EvaluateAsync("() => Object.assign(window.work, { events: 0, rows: 0, drawn: 0, longest: 0 })");
        ILocator input = page.GetByLabel("Message", new() { Exact = true });
        await input.ClickAsync();
        await page.Keyboard.TypeAsync("I am looking ");

        Random random = new(7);
        for (int i = 1; i <= Messages; i++)
        {
            // Every fifth in the conversation that is open.
            await WriteAsync(store, customers[i % 5 == 0 ? 0 : random.Next(Conversations)], i);
        }

        await page.Keyboard.TypeAsync("for it.");
        await WriteAsync(store, customers[^1], Messages + 1);
        await Expect(page.Locator(".row").First).ToContainTextAsync($"message {Messages + 1}");
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync($"message {Messages}");

        IReadOnlyList<CustomerConversation> kept = await store.ListAsync("shop", new ConversationQuery { Limit = Conversations }, Stop);
        await Expect(page.Locator(".row strong")).ToHaveTextAsync(kept.Select(row => row.Name!));
        await Expect(input).ToHaveValueAsync("I am looking for it.");
        await Expect(input).ToBeFocusedAsync();
        await Expect(page.Locator(".row")).ToHaveCountAsync(Conversations);
        Work work = await page.EvaluateAsync<Work>("() => window.work");
        Assert.InRange(work.Events, 1, Messages + 1);
        Assert.InRange(work.Rows, 1, Messages + 1);

        // Only what was told of is drawn; twice of each row the minute may have turned meanwhile.
        Assert.InRange(work.Drawn, 1, work.Rows + (2 * Conversations));
        int after = await page.EvaluateAsync<int>("() => document.querySelectorAll('*').length");
        Assert.True(
            after <= before + (Conversations * MostNodesOfARow) + MostNodesOfAChat,
            $"{before} elements before, {after} afterwards.");
    }

    // 300 messages are kept on the page, of at most so many elements each.
    private const int MostNodesOfAChat = 300 * 15;

    private static async Task WriteAsync(IConversationStore store, CustomerKey customer, int number)
    {
        // The page knows milliseconds: two messages within one have no order there.
        DateTimeOffset now = TimeProvider.System.GetUtcNow().AddMilliseconds(2 * number);
        bool isWritten = false;
        while (!isWritten)
        {
            CustomerConversation stored = await store.FindAsync("shop", customer, Stop) ?? new CustomerConversation
            {
                ShopId = "shop", Customer = customer, To = "+16505551234", Name = $"Customer {customer}", LastAt = now, ChangedAt = now,
            };
            ConversationEntry entry = new()
            {
                ShopId = "shop",
                Id = $"wamid.{number}.{customer}",
                Customer = customer,
                Kind = ConversationEntryKind.Message,
                Author = ConversationAuthor.Customer,
                At = now,
                Type = "text",
                Content = new ConversationContent { Text = $"message {number}" },
            };
            isWritten = await store.WriteAsync(
                new ConversationStep
                {
                    Conversation = stored with
                    {
                        LastAt = now,
                        ChangedAt = now,
                        LastKind = "text",
                        Unread = stored.Unread + 1,
                        WindowEndsAt = now.AddHours(24),
                        Preview = $"message {number}",
                    },
                    Entries = [entry],
                },
                Stop);
        }
    }

    private sealed record Work
    {
        public int Events { get; set; }

        public int Rows { get; set; }

        public int Drawn { get; set; }

        public int Longest { get; set; }
    }
}

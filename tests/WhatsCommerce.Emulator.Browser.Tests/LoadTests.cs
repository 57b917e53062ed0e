using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using WhatsCommerce.Testing;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>
/// The page while the business sends 500 messages a second: 5 seconds long, or as long as the environment variable EMULATOR_LOAD_SECONDS
/// says.
/// </summary>
public sealed class LoadTests(Chromium chromium, ITestOutputHelper output) : PageTest(chromium)
{
    private const int MessagesPerSecond = 500;
    private const int Senders = 20;
    private const int CustomerCount = 50;
    private const int KeptTraffic = 1_000;
    private const long Megabyte = 1024 * 1024;

    // Chats keep their newest messages, and the traffic its newest rows: some 60 MB after a minute, with what the test itself counts.
    private const long MostServerBytes = 200 * Megabyte;

    // 300 messages and 300 rows take some 5 MB; a page that kept everything would grow by as much every few seconds.
    private const long MostPageBytes = 40 * Megabyte;

    private StatusCounter? _counter;

    protected override CloudApiEmulatorOptions Options => new()
    {
        UpdatesPerWebhook = 100,
        MessagesPerSecond = null,
        HistoryLimit = KeptTraffic
    };

    private static int Seconds =>
        int.TryParse(
            Environment.GetEnvironmentVariable("EMULATOR_LOAD_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            ? Math.Max(seconds, 1)
            : 5;

    protected override async Task PrepareAsync()
    {
        _counter = await StatusCounter.StartAsync();
        await Cloud.ConnectWebhookAsync(_counter.Address, Stop);
        for (int number = 0; number < CustomerCount; number++)
        {
            Cloud.Customer(NumberOf(number), $"Customer {number:00}");
        }
    }

    [Fact(Timeout = Longest)]
    public async Task Page_Under500MessagesASecond_StaysUsableAndNothingIsLost()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        ConcurrentQueue<string> accepted = new();
        long start = TimeProvider.System.GetTimestamp();
        Task load = Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAsync(sender, start, accepted), Stop)));

        List<TimeSpan> turns = [];
        for (int turn = 0; !load.IsCompleted || turn == 0; turn++)
        {
            turns.Add(await UseAsync(turn));
            await Task.WhenAny(load, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Stop));
        }

        await load;
        TimeSpan took = TimeProvider.System.GetElapsedTime(start);
        await Cloud.WhenDeliveredAsync(Stop);

        // Told, not asserted: how long a click takes depends on what else the machine does. That each comes through is asserted.
        output.WriteLine(
            $"{accepted.Count} messages in {took.TotalSeconds:0.0} s; choosing a customer and writing took at most "
                + $"{turns.Max().TotalSeconds:0.0} s.");

        Assert.Equal(MessagesPerSecond * Seconds, accepted.Count);
        AssertNothingIsLost(accepted);
        Assert.Equal(Enumerable.Range(0, turns.Count).Select(TextOf), _counter!.Texts);
        await AssertBoundedAsync(before);
    }

    private static string NumberOf(int customer) => string.Create(CultureInfo.InvariantCulture, $"+1650555{1000 + customer}");

    private static string TextOf(int turn) => string.Create(CultureInfo.InvariantCulture, $"Are you there? ({turn})");

    /// <summary>What somebody at the page does meanwhile: finds a customer, and writes as that customer.</summary>
    private async Task<TimeSpan> UseAsync(int turn)
    {
        long start = TimeProvider.System.GetTimestamp();
        string name = $"Customer {turn * 7 % CustomerCount:00}";
        await Page.GetByLabel("Find a customer").FillAsync(name);
        await CustomerRow(name).ClickAsync();
        await Expect(Phone.Locator(".phone-owner")).ToHaveTextAsync(name);
        await WriteAsync(TextOf(turn));
        await Expect(Phone.Locator("article.outgoing").Filter(new() { HasText = TextOf(turn) })).ToBeAttachedAsync();
        return TimeProvider.System.GetElapsedTime(start);
    }

    /// <summary>Sends at an even pace over a connection of its own; one that has fallen behind catches up.</summary>
    private async Task SendAsync(int sender, long start, ConcurrentQueue<string> accepted)
    {
        using HttpClient http = new(new SocketsHttpHandler()) { BaseAddress = Cloud.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Cloud.Options.AccessToken);
        Uri address = new($"v25.0/{Cloud.Options.PhoneNumberId}/messages", UriKind.Relative);
        int count = MessagesPerSecond * Seconds / Senders;
        for (int number = 0; number < count; number++)
        {
            TimeSpan due =
                TimeSpan.FromSeconds(((double)number * Senders + sender) / MessagesPerSecond) - TimeProvider.System.GetElapsedTime(start);
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due, TimeProvider.System, Stop);
            }

            string to = NumberOf((number * Senders + sender) % CustomerCount);
            string body =
                $$$"""{"messaging_product":"whatsapp","to":"{{{to}}}","type":"text","text":"""
                    + $$$"""{"body":"{{{number}}} of sender {{{sender}}}"} }""";
            using StringContent content = new(body, Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await http.PostAsync(address, content, Stop);
            using JsonDocument answer = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(Stop), default, Stop);
            accepted.Enqueue(answer.RootElement.GetProperty("messages")[0].GetProperty("id").GetString()!);
        }
    }

    private void AssertNothingIsLost(ConcurrentQueue<string> accepted)
    {
        string[] missing =
        [
            .. accepted.SelectMany(id => (string[])[$"{id} sent", $"{id} delivered", $"{id} read"])
                .Where(status => _counter!.Statuses.GetValueOrDefault(status) != 1),
        ];
        Assert.True(missing.Length == 0, $"{missing.Length} statuses did not come exactly once, such as {missing.FirstOrDefault()}.");
        Assert.Equal(3 * accepted.Count, _counter!.Statuses.Count);
    }

    private async Task AssertBoundedAsync(long before)
    {
        Assert.InRange(Cloud.Requests.Count, 1, KeptTraffic);
        Assert.InRange(Cloud.Deliveries.Count, 1, KeptTraffic);
        Assert.InRange(await Phone.Locator("article").CountAsync(), 1, 300);
        Assert.InRange(await Page.Locator(".traffic-row").CountAsync(), 1, 300);
        long server = GC.GetTotalMemory(forceFullCollection: true) - before;

        ICDPSession session = await Page.Context.NewCDPSessionAsync(Page);
        await session.SendAsync("HeapProfiler.collectGarbage");
        JsonElement? usage = await session.SendAsync("Runtime.getHeapUsage");
        long page = (long)usage!.Value.GetProperty("usedSize").GetDouble();
        output.WriteLine($"The emulator and its test hold {server / Megabyte} MB more than before, the page {page / Megabyte} MB.");
        Assert.InRange(server, long.MinValue, MostServerBytes);
        Assert.InRange(page, 1, MostPageBytes);
        await _counter!.DisposeAsync();
    }
}

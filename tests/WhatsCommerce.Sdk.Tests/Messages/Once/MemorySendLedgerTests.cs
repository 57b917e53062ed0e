using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Diagnostics;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages.Once;

/// <summary>How the ledger in memory forgets, and that it says so.</summary>
public class MemorySendLedgerTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TryBegin_SentLongerAgoThanTheRetention_IsForgotten()
    {
        FakeTimeProvider time = new();
        MemorySendLedger ledger = new(timeProvider: time);
        await SendAsync(ledger, "old");
        time.Advance(TimeSpan.FromDays(7));

        Assert.Equal(SendState.Begun, (await ledger.TryBeginAsync(Intent("old"), Lease, Cancel)).State);
    }

    [Fact]
    public async Task TryBegin_Full_ForgetsTheOldestThatWasSentAndSaysSoOnce()
    {
        RecordedLogs logs = new();
        MemorySendLedger ledger = new(new() { Capacity = 3 }, new FakeTimeProvider(), logs.CreateLogger("ledger"));
        await ledger.MarkUnknownAsync(await BeginAsync(ledger, "unknown"), Cancel);
        foreach (string key in new[] { "first", "second", "third", "fourth" })
        {
            await SendAsync(ledger, key);
        }

        Assert.Equal(3, ledger.Count);
        Assert.Equal(SendState.Unknown, (await ledger.TryBeginAsync(Intent("unknown"), Lease, Cancel)).State);
        Assert.Equal(SendState.Sent, (await ledger.TryBeginAsync(Intent("third"), Lease, Cancel)).State);
        Assert.Equal(SendState.Sent, (await ledger.TryBeginAsync(Intent("fourth"), Lease, Cancel)).State);
        RecordedLogs.Entry warning = Assert.Single(logs.Entries);
        Assert.Equal((LogLevel.Warning, true), (warning.Level, warning.Message.Contains("3 sends", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task TryBegin_FullOfWhatIsUnderWay_GoesBeyond()
    {
        MemorySendLedger ledger = new(new() { Capacity = 2 }, new FakeTimeProvider());
        SendIntent[] intents = [await BeginAsync(ledger, "1"), await BeginAsync(ledger, "2"), await BeginAsync(ledger, "3")];

        foreach (SendIntent intent in intents)
        {
            Assert.True(await ledger.CompleteAsync(intent, "wamid.A", default, Cancel));
        }

        await BeginAsync(ledger, "4");
        Assert.Equal(2, ledger.Count);
    }

    [Fact]
    public void Options_LessThanSevenDaysOrNothing_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MemorySendLedgerOptions { Retention = TimeSpan.FromDays(6.9) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MemorySendLedgerOptions { Capacity = 0 });
    }

    [Fact]
    public async Task AddWhatsCommerce_WithoutALedger_TakesTheOneInMemoryWithItsOptions()
    {
        ServiceCollection services = new();
        services.AddWhatsCommerce(options => (options.PhoneNumberId, options.AccessToken) = ("1", "token"));
        services.Configure<MemorySendLedgerOptions>(options => options.Capacity = 1);
        await using ServiceProvider provider = services.BuildServiceProvider();

        MemorySendLedger ledger = Assert.IsType<MemorySendLedger>(provider.GetRequiredService<ISendLedger>());
        await SendAsync(ledger, "1");
        await SendAsync(ledger, "2");

        Assert.Equal(1, ledger.Count);
    }

    [Fact]
    public void AddWhatsCommerce_LedgerOfTheApp_IsTaken()
    {
        HookedLedger own = new();
        ServiceCollection services = new();
        services.AddSingleton<ISendLedger>(own);
        services.AddWhatsCommerce(options => (options.PhoneNumberId, options.AccessToken) = ("1", "token"));
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredService<ISendLedger>());
    }

    private static SendIntent Intent(string key) => new(new SendKey("1", key), "+16505551234", "Hello"u8);

    private static async Task<SendIntent> BeginAsync(MemorySendLedger ledger, string key)
    {
        SendIntent intent = Intent(key);
        Assert.Equal(SendState.Begun, (await ledger.TryBeginAsync(intent, Lease, Cancel)).State);
        return intent;
    }

    private static async Task SendAsync(MemorySendLedger ledger, string key) =>
        Assert.True(await ledger.CompleteAsync(await BeginAsync(ledger, key), $"wamid.{key}", default, Cancel));
}

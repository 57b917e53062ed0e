using Microsoft.Extensions.Logging;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>How the store forgets.</summary>
public sealed class PurgeTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Purge_SettledLongerAgoThanTheRetention_AreForgotten()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        PostgreSqlWebhookStore store = database.Store();
        await store.CompleteAsync(await store.TryBeginAsync(new("completed", "h"), Lease, Cancel), Cancel);
        await store.MarkDeadAsync(await store.TryBeginAsync(new("dead", "h"), Lease, Cancel), Cancel);
        await store.AbandonAsync(await store.TryBeginAsync(new("free", "h"), Lease, Cancel), "", Cancel);
        await store.TryBeginAsync(new("crashed", "h"), Lease, Cancel);
        await database.PassTimeAsync(TimeSpan.FromDays(7));
        await store.TryBeginAsync(new("new", "h"), Lease, Cancel);

        Assert.Equal(4, await store.PurgeAsync(Cancel));
        Assert.Equal("new", await database.ReadAsync<string>($"select string_agg(event, ',') from {database.Events}"));
    }

    [Fact]
    public async Task Purge_WithinTheRetentionOrStillRunning_AreKept()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        PostgreSqlWebhookStore store = database.Store();
        await store.TryBeginAsync(new("running for weeks", "h"), TimeSpan.FromDays(30), Cancel);
        WebhookClaim late = await store.TryBeginAsync(new("completed late", "h"), Lease, Cancel);
        await database.PassTimeAsync(TimeSpan.FromDays(6));
        await store.CompleteAsync(late, Cancel);
        await database.PassTimeAsync(TimeSpan.FromDays(6));

        Assert.Equal(0, await store.PurgeAsync(Cancel));
        Assert.Equal(2, await database.ReadAsync<long>($"select count(*) from {database.Events}"));
    }

    [Fact]
    public async Task Purge_MoreThanABatchFromTwoInstances_RemovesEachRowOnce()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await database.RunAsync($"""
            insert into {database.Events} (key, event, handler, state, attempts, lease_until, created_at, changed_at)
            select sha256(n::text::bytea), n, 'h', 'completed', 1, t, t, t
            from generate_series(1, 5500) as n, (select now() - interval '8 days' as t) as old
            """);

        long[] removed = await Task.WhenAll(database.Store().PurgeAsync(Cancel), database.Store().PurgeAsync(Cancel));

        Assert.InRange(removed.Sum(), 1, 5500);
        Assert.Equal(5500 - removed.Sum(), await database.Store().PurgeAsync(Cancel));
        Assert.Equal(0, await database.ReadAsync<long>($"select count(*) from {database.Events}"));
    }

    [Fact]
    public async Task TryBegin_WhenThePurgeIsDue_PurgesBesideIt()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        database.Options.PurgeInterval = TimeSpan.FromMinutes(10);
        FakeTimeProvider time = new();
        FirstLog log = new();
        await using PostgreSqlWebhookStore store = new(database.Source, database.Options, time, log);
        await store.CompleteAsync(await store.TryBeginAsync(new("old", "h"), Lease, Cancel), Cancel);
        await database.PassTimeAsync(TimeSpan.FromDays(7));

        await store.TryBeginAsync(new("too early", "h"), Lease, Cancel);
        Assert.False(log.Written.IsCompleted);
        time.Advance(TimeSpan.FromMinutes(10));
        await store.TryBeginAsync(new("due", "h"), Lease, Cancel);

        Assert.StartsWith("Removed 1 handled webhook events", await log.Written, StringComparison.Ordinal);
        Assert.Equal(2, await database.ReadAsync<long>($"select count(*) from {database.Events}"));
    }

    [Fact]
    public async Task TryBegin_WhenThePurgeFails_IsNotHeldUp()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        database.Options.PurgeInterval = TimeSpan.FromMinutes(10);
        FakeTimeProvider time = new();
        FirstLog log = new();
        await using PostgreSqlWebhookStore store = new(database.Source, database.Options, time, log);
        await database.RunAsync($"""
            create function "{database.Options.Schema}".refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
            create trigger refuse before delete on {database.Events} for each statement
                execute function "{database.Options.Schema}".refuse();
            """);
        time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(WebhookClaimState.Claimed, (await store.TryBeginAsync(new("due", "h"), Lease, Cancel)).State);
        Assert.Contains("could not be removed", await log.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purge_Sends_RemovesWhatWasSentAndKeepsWhatIsOpen()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        PostgreSqlSendLedger ledger = database.Ledger();
        await ledger.CompleteAsync(await BeginAsync(ledger, "sent"), "wamid.A", default, Cancel);
        await ledger.MarkUnknownAsync(await BeginAsync(ledger, "unknown"), Cancel);
        await BeginAsync(ledger, "cut off");
        await database.PassTimeAsync(TimeSpan.FromDays(29));
        Assert.Equal(0, await ledger.PurgeAsync(Cancel));
        await database.PassTimeAsync(TimeSpan.FromDays(1));

        Assert.Equal(1, await ledger.PurgeAsync(Cancel));
        Assert.Equal(
            "begun,unknown", await database.ReadAsync<string>($"select string_agg(state, ',' order by state) from {database.Sends}"));
    }

    [Fact]
    public async Task Sends_Rows_HoldNeitherNumberNorText()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        PostgreSqlSendLedger ledger = database.Ledger();
        await ledger.CompleteAsync(await BeginAsync(ledger, "welcome 16505551234", "for 16505551234"), "wamid.A", default, Cancel);

        string row = await database.ReadAsync<string>($"select s::text from {database.Sends} as s");

        Assert.Contains("wamid.A", row, StringComparison.Ordinal);
        Assert.DoesNotContain("6505551234", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Hello", row, StringComparison.Ordinal);
    }

    private static async Task<SendIntent> BeginAsync(PostgreSqlSendLedger ledger, string key, string? callbackData = null)
    {
        SendIntent intent = new(new SendKey("1", key), "+16505551234", "Hello"u8, callbackData);
        Assert.Equal(SendState.Begun, (await ledger.TryBeginAsync(intent, Lease, Cancel)).State);
        return intent;
    }

    private sealed class FirstLog : ILogger
    {
        private readonly TaskCompletionSource<string> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Written => _written.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _written.TrySetResult(formatter(state, exception));
    }
}

using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>The file: what survives, what is removed, and what it is not.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private static readonly WebhookKey Key = new("/messages/message/106540352242922/wamid.A", "orders");
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private readonly TestFile _file = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Store_OpenedAgain_RemembersWhatWasDone()
    {
        using (SqliteWebhookStore before = new(_file.ConnectionString))
        {
            await before.CompleteAsync(await before.TryBeginAsync(Key, Lease, Cancel), Cancel);
        }

        Assert.Equal(WebhookClaimState.Done, (await _file.Store().TryBeginAsync(Key, Lease, Cancel)).State);
    }

    [Fact]
    public async Task Commit_IsOnTheDisk()
    {
        await _file.Store().TryBeginAsync(Key, Lease, Cancel);

        Assert.Equal("wal", _file.Read<string>("pragma journal_mode"));
    }

    [Fact]
    public async Task Stores_MadeAtTheSameMoment_MakeTheTablesOnce()
    {
        WebhookClaim[] claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
        {
            SqliteWebhookStore store = _file.Store();
            return Task.Run(async () => await store.TryBeginAsync(Key, Lease, Cancel), Cancel);
        }));

        Assert.Single(claims, claim => claim.State == WebhookClaimState.Claimed);
        Assert.Equal(1, _file.Read<long>("select count(*) from whatscommerce_versions"));
    }

    [Fact]
    public async Task Purge_RowsOlderThanTheRetention_AreRemovedAndNoOthers()
    {
        SqliteWebhookStore store = _file.Store();
        await store.CompleteAsync(await store.TryBeginAsync(Key, Lease, Cancel), Cancel);
        _file.Time.Advance(TimeSpan.FromDays(6));
        await store.CompleteAsync(await store.TryBeginAsync(Key with { Handler = "stock" }, Lease, Cancel), Cancel);
        _file.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, await store.PurgeAsync(Cancel));
        Assert.Equal("stock", _file.Read<string>("select handler from whatscommerce_events"));
    }

    [Fact]
    public async Task PurgeOfSends_SentLongAgo_IsRemovedAndUnknownStays()
    {
        SqliteSendLedger ledger = _file.Ledger();
        SendIntent sent = new(new SendKey("1", "order-42"), "+16505551234", "Hello"u8);
        SendIntent unknown = new(new SendKey("1", "order-43"), "+16505551234", "Hello"u8);
        await ledger.TryBeginAsync(sent, Lease, Cancel);
        await ledger.CompleteAsync(sent, "wamid.A", default, Cancel);
        await ledger.TryBeginAsync(unknown, Lease, Cancel);
        await ledger.MarkUnknownAsync(unknown, Cancel);
        _file.Time.Advance(TimeSpan.FromDays(31));

        Assert.Equal(1, await ledger.PurgeAsync(Cancel));
        Assert.Equal("unknown", _file.Read<string>("select state from whatscommerce_sends"));
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=shop;Mode=Memory;Cache=Shared")]
    [InlineData("Mode=ReadWrite")]
    public void ConnectionString_WithoutAFile_SaysWhatToWrite(string connectionString)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new SqliteWebhookStore(connectionString));

        Assert.Contains("Data Source=shop.db", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_AfterItWasDisposed_Throws()
    {
        SqliteWebhookStore store = _file.Store();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.TryBeginAsync(Key, Lease, Cancel));
    }
}

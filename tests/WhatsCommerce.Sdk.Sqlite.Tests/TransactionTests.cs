using Microsoft.Data.Sqlite;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>A handler that completes in its own transaction.</summary>
public sealed class TransactionTests : IDisposable
{
    private static readonly WebhookKey Key = new("/messages/message/106540352242922/wamid.A", "orders");
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private readonly TestFile _file = new();
    private readonly SqliteWebhookStore _store;

    public TransactionTests()
    {
        _store = _file.Store();
        _file.Run("create table orders (id text)");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Complete_Committed_EffectAndCompletionAreThere()
    {
        WebhookContext context = await BeginAsync();

        using (SqliteConnection connection = _file.Open())
        {
            using SqliteTransaction transaction = connection.BeginTransaction();
            InsertOrder(connection, transaction);
            await _store.CompleteAsync(context, transaction, Cancel);
            transaction.Commit();
        }

        Assert.Equal(1, _file.Read<long>("select count(*) from orders"));
        Assert.Equal(WebhookClaimState.Done, (await _store.TryBeginAsync(Key, Lease, Cancel)).State);
    }

    [Fact]
    public async Task Complete_RolledBack_NeitherIsThere()
    {
        WebhookContext context = await BeginAsync();

        using (SqliteConnection connection = _file.Open())
        {
            using SqliteTransaction transaction = connection.BeginTransaction();
            InsertOrder(connection, transaction);
            await _store.CompleteAsync(context, transaction, Cancel);
        }

        Assert.Equal(0, _file.Read<long>("select count(*) from orders"));
        Assert.Equal(WebhookClaimState.InProgress, (await _store.TryBeginAsync(Key, Lease, Cancel)).State);
        Assert.True(await _store.AbandonAsync(context.Claim, "rolled back", Cancel));
    }

    [Fact]
    public async Task Complete_ClaimThatAnotherRunTook_Throws()
    {
        WebhookContext context = await BeginAsync();
        _file.Time.Advance(Lease);
        WebhookClaim other = await _store.TryBeginAsync(Key, Lease, Cancel);

        using (SqliteConnection connection = _file.Open())
        {
            using SqliteTransaction transaction = connection.BeginTransaction();
            InsertOrder(connection, transaction);
            await Assert.ThrowsAsync<WebhookClaimLostException>(() => _store.CompleteAsync(context, transaction, Cancel));
        }

        Assert.True(await _store.CompleteAsync(other, Cancel));
    }

    [Fact]
    public async Task Complete_TransactionThatHasEnded_SaysSo()
    {
        WebhookContext context = await BeginAsync();
        using SqliteConnection connection = _file.Open();
        SqliteTransaction transaction = connection.BeginTransaction();
        transaction.Commit();

        await Assert.ThrowsAsync<ArgumentException>(() => _store.CompleteAsync(context, transaction, Cancel));
    }

    [Fact]
    public async Task Renew_WhileTheHandlersTransactionHasTheFile_IsUnknownAndHoldsAfterwards()
    {
        // The wait is part of the lease: a short one, so that the test is short.
        WebhookContext context = await BeginAsync();
        using SqliteConnection connection = _file.Open();
        using SqliteTransaction transaction = connection.BeginTransaction();
        InsertOrder(connection, transaction);

        Assert.Null(((ISynchronousRenewal)_store).Renew(context.Claim, TimeSpan.FromSeconds(1)));

        transaction.Commit();
        Assert.True(((ISynchronousRenewal)_store).Renew(context.Claim, Lease));
    }

    private async Task<WebhookContext> BeginAsync() => new(
        WebhookParser.Parse("""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"flows","value":{}}]}]}"""u8
            .ToArray()).Events[0],
        "",
        await _store.TryBeginAsync(Key, Lease, Cancel));

    private static void InsertOrder(SqliteConnection connection, SqliteTransaction transaction)
    {
        using SqliteCommand insert = new("insert into orders (id) values ('1')", connection, transaction);
        insert.ExecuteNonQuery();
    }
}

using System.Text;
using Npgsql;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>A handler that completes in its own transaction.</summary>
public sealed class TransactionTests : IAsyncLifetime
{
    private static readonly WebhookKey Key = new("/messages/message/106540352242922/wamid.A", "orders");
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private TestDatabase _database = null!;
    private PostgreSqlWebhookStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _store = _database.Store();
        await _database.RunAsync($"create table \"{_database.Options.Schema}\".orders (id text)");
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Complete_Committed_EffectAndCompletionAreThere()
    {
        WebhookContext context = await BeginAsync();

        await using NpgsqlConnection connection = await _database.Source.OpenConnectionAsync(Cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(Cancel);
        await InsertOrderAsync(connection);
        await _store.CompleteAsync(context, transaction, Cancel);
        await transaction.CommitAsync(Cancel);

        Assert.Equal(1, await OrdersAsync());
        Assert.Equal(WebhookClaimState.Done, (await _store.TryBeginAsync(Key, Lease, Cancel)).State);
    }

    [Fact]
    public async Task TryBegin_AnotherKeysRowIsLockedByATransaction_DoesNotWaitForIt()
    {
        WebhookContext context = await BeginAsync();
        await using NpgsqlConnection connection = await _database.Source.OpenConnectionAsync(Cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(Cancel);
        await _store.CompleteAsync(context, transaction, Cancel);

        Task<WebhookClaim> waits = _store.TryBeginAsync(Key, Lease, Cancel).AsTask();
        WebhookClaim[] others = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            i => _store.TryBeginAsync(new($"other/{i}", "orders"), Lease, Cancel).AsTask())).WaitAsync(Patiently.Patience, Cancel);
        Assert.All(others, static claim => Assert.Equal(WebhookClaimState.Claimed, claim.State));
        Assert.All(
            await Task.WhenAll(others.Select(claim => _store.CompleteAsync(claim, Cancel).AsTask())).WaitAsync(Patiently.Patience, Cancel),
            Assert.True);

        await transaction.CommitAsync(Cancel);
        await Patiently.Wait(waits);
        Assert.Equal(WebhookClaimState.Done, (await _store.TryBeginAsync(Key, Lease, Cancel)).State);
    }

    [Fact]
    public async Task Complete_RolledBack_NeitherIsThere()
    {
        WebhookContext context = await BeginAsync();

        await using NpgsqlConnection connection = await _database.Source.OpenConnectionAsync(Cancel);
        await using (NpgsqlTransaction transaction = await connection.BeginTransactionAsync(Cancel))
        {
            await InsertOrderAsync(connection);
            await _store.CompleteAsync(context, transaction, Cancel);
        }

        Assert.Equal(0, await OrdersAsync());
        Assert.Equal(WebhookClaimState.InProgress, (await _store.TryBeginAsync(Key, Lease, Cancel)).State);
        Assert.True(await _store.AbandonAsync(context.Claim, "rolled back", Cancel));
    }

    [Fact]
    public async Task Complete_ConnectionCutBeforeTheCommit_NeitherIsThere()
    {
        WebhookContext context = await BeginAsync();

        await using NpgsqlConnection connection = await _database.Source.OpenConnectionAsync(Cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(Cancel);
        await InsertOrderAsync(connection);
        await _store.CompleteAsync(context, transaction, Cancel);
        await _database.RunAsync(FormattableString.Invariant($"select pg_terminate_backend({connection.ProcessID})"));

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => transaction.CommitAsync(Cancel));
        Assert.Equal(0, await OrdersAsync());
        Assert.Equal(WebhookClaimState.InProgress, (await _store.TryBeginAsync(Key, Lease, Cancel)).State);
    }

    [Fact]
    public async Task Complete_OvertakenByAnother_ThrowsSoThatTheTransactionRollsBack()
    {
        WebhookContext stale = await BeginAsync();
        await _database.PassTimeAsync(Lease);
        WebhookClaim current = await _store.TryBeginAsync(Key, Lease, Cancel);

        WebhookClaimLostException exception = await Assert.ThrowsAsync<WebhookClaimLostException>(async () =>
        {
            await using NpgsqlConnection connection = await _database.Source.OpenConnectionAsync(Cancel);
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(Cancel);
            await InsertOrderAsync(connection);
            await _store.CompleteAsync(stale, transaction, Cancel);
            await transaction.CommitAsync(Cancel);
        });

        Assert.Contains("\"orders\", attempt 1", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wamid", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, await OrdersAsync());
        Assert.True(await _store.CompleteAsync(current, Cancel));
    }

    [Fact]
    public async Task Complete_LeaseEndsBeforeTheCommit_NobodyElseGetsTheEvent()
    {
        WebhookContext context = await BeginAsync(TimeSpan.FromMilliseconds(1));

        await using NpgsqlConnection connection = await _database.Source.OpenConnectionAsync(Cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(Cancel);
        await _store.CompleteAsync(context, transaction, Cancel);
        Task<WebhookClaim> other = _store.TryBeginAsync(Key, Lease, Cancel).AsTask();
        await WhenSomebodyWaitsForALockAsync();
        Assert.False(other.IsCompleted);
        await transaction.CommitAsync(Cancel);

        Assert.NotEqual(WebhookClaimState.Claimed, (await other).State);
        Assert.Equal(WebhookClaimState.Done, (await _store.TryBeginAsync(Key, Lease, Cancel)).State);
    }

    [Fact]
    public async Task Renew_WhileTheTransactionCompletes_StillHolds()
    {
        WebhookContext context = await BeginAsync();

        await using NpgsqlConnection connection = await _database.Source.OpenConnectionAsync(Cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(Cancel);
        await _store.CompleteAsync(context, transaction, Cancel);
        Task<bool> renewal = _store.RenewAsync(context.Claim, Lease, Cancel).AsTask();
        await WhenSomebodyWaitsForALockAsync();
        await transaction.CommitAsync(Cancel);

        Assert.True(await renewal);
        Assert.Equal(WebhookClaimState.Done, (await _store.TryBeginAsync(Key, Lease, Cancel)).State);
    }

    [Fact]
    public async Task Complete_TransactionThatIsOver_SaysSo()
    {
        WebhookContext context = await BeginAsync();
        await using NpgsqlConnection connection = await _database.Source.OpenConnectionAsync(Cancel);
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(Cancel);
        await transaction.CommitAsync(Cancel);
        await transaction.DisposeAsync();

        await Assert.ThrowsAnyAsync<SystemException>(() => _store.CompleteAsync(context, transaction, Cancel));
        Assert.Equal(WebhookClaimState.InProgress, (await _store.TryBeginAsync(Key, Lease, Cancel)).State);
    }

    private async Task<WebhookContext> BeginAsync(TimeSpan? lease = null)
    {
        WebhookClaim claim = await _store.TryBeginAsync(Key, lease ?? Lease, Cancel);
        byte[] body =
            Encoding.UTF8.GetBytes("""{"messages":[{"id":"wamid.A","from":"16505550123","type":"text","text":{"body":"Apples?"}}]}""");
        return new(WebhookParser.Parse(body).Events[0], "", claim);
    }

    private async Task InsertOrderAsync(NpgsqlConnection connection)
    {
        await using NpgsqlCommand insert = new($"insert into \"{_database.Options.Schema}\".orders values ('A')", connection);
        await insert.ExecuteNonQueryAsync(Cancel);
    }

    private async Task<int> OrdersAsync() =>
        (int)await _database.ReadAsync<long>($"select count(*) from \"{_database.Options.Schema}\".orders");

    private async Task WhenSomebodyWaitsForALockAsync()
    {
        string sql =
            $"select exists (select from pg_stat_activity where wait_event_type = 'Lock' and query like '%{_database.Options.Schema}%')";
        while (!await _database.ReadAsync<bool>(sql))
        {
            Cancel.ThrowIfCancellationRequested();
        }
    }
}

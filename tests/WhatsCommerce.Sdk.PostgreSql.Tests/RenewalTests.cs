using Npgsql;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>Renewal in synchronous calls: what it answers, and that it waits for nobody.</summary>
public class RenewalTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Renew_ClaimHeld_LengthensTheLease()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using PostgreSqlWebhookStore store = database.Store();
        WebhookClaim claim = await store.TryBeginAsync(new("event", "handler"), Lease, Cancel);
        await database.PassTimeAsync(Lease);

        bool? renewed = ((ISynchronousRenewal)store).Renew(claim, Lease);

        Assert.True(renewed);
        Assert.Equal(WebhookClaimState.InProgress, (await store.TryBeginAsync(claim.Key, Lease, Cancel)).State);
    }

    [Fact]
    public async Task Renew_ClaimTakenByAnother_SaysSo()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using PostgreSqlWebhookStore store = database.Store();
        WebhookClaim claim = await store.TryBeginAsync(new("event", "handler"), Lease, Cancel);
        await database.PassTimeAsync(2 * Lease);
        await store.TryBeginAsync(claim.Key, Lease, Cancel);

        Assert.False(((ISynchronousRenewal)store).Renew(claim, Lease));
    }

    [Fact]
    public async Task Renew_HandlersTransactionHoldsTheRow_CannotTellAndDoesNotWait()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using PostgreSqlWebhookStore store = database.Store();
        WebhookClaim claim = await store.TryBeginAsync(new("event", "handler"), Lease, Cancel);
        await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync(Cancel);
        bool? meanwhile;
        await using (NpgsqlTransaction transaction = await connection.BeginTransactionAsync(Cancel))
        {
            await store.CompleteAsync(new WebhookContext(new OrderEvent { Items = [] }, "", claim), transaction, Cancel);
            meanwhile = ((ISynchronousRenewal)store).Renew(claim, Lease);
            await transaction.CommitAsync(Cancel);
        }

        Assert.Null(meanwhile);

        // Settled by this very claim, nobody else can have it.
        Assert.True(((ISynchronousRenewal)store).Renew(claim, Lease));
    }

    [Fact]
    public async Task Renew_ItsConnectionBrokeMeanwhile_TakesANewOne()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using PostgreSqlWebhookStore store = database.Store();
        WebhookClaim claim = await store.TryBeginAsync(new("event", "handler"), Lease, Cancel);
        ((ISynchronousRenewal)store).Renew(claim, Lease);
        await database.RunAsync(
            $"select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and query like "
                + $"'%\"{database.Options.Schema}\"%'");

        Assert.True(((ISynchronousRenewal)store).Renew(claim, Lease));
    }

    [Fact]
    public async Task Renew_EveryConnectionOfThePoolTaken_StillHasItsOwn()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using NpgsqlDataSource one =
            NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxPoolSize = 1 }.ConnectionString);
        await using PostgreSqlWebhookStore store = new(one, database.Options);
        WebhookClaim claim = await store.TryBeginAsync(new("event", "handler"), Lease, Cancel);
        await using NpgsqlConnection last = await one.OpenConnectionAsync(Cancel);

        Assert.True(((ISynchronousRenewal)store).Renew(claim, Lease));
    }

    [Fact]
    public async Task Renew_PasswordThatOnlyTheDataSourceKnows_TakesAConnectionOfThePool()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        NpgsqlConnectionStringBuilder settings = new(database.ConnectionString);
        string password = settings.Password!;
        settings.Password = null;
        NpgsqlDataSourceBuilder builder = new(settings.ConnectionString);
        builder.UsePasswordProvider(_ => password, (_, _) => new(password));
        await using NpgsqlDataSource source = builder.Build();
        await using PostgreSqlWebhookStore store = new(source, database.Options);
        WebhookClaim claim = await store.TryBeginAsync(new("event", "handler"), Lease, Cancel);

        Assert.True(((ISynchronousRenewal)store).Renew(claim, Lease));
    }

    [Fact]
    public async Task Renew_AfterDispose_Throws()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        PostgreSqlWebhookStore store = database.Store();
        WebhookClaim claim = await store.TryBeginAsync(new("event", "handler"), Lease, Cancel);
        await store.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => ((ISynchronousRenewal)store).Renew(claim, Lease));
    }
}

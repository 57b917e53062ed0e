using Npgsql;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>Connections that are kept for statements that are asked again and again.</summary>
public sealed class KeptConnectionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OneAfterTheOther_TakesTheSameConnection()
    {
        await using TestDatabase database = TestDatabase.Require();
        await using NpgsqlDataSource source = Pool(database, 16);
        await OpenAsync(source, 8);
        using KeptConnections kept = new(source);

        int[] used = [await ProcessOfAsync(kept), await ProcessOfAsync(kept), await ProcessOfAsync(kept)];

        Assert.Single(used.Distinct());
    }

    [Fact]
    public async Task Run_PoolIsSmall_LeavesAllConnectionsToEverybody()
    {
        await using TestDatabase database = TestDatabase.Require();
        await using NpgsqlDataSource source = Pool(database, 4);
        using KeptConnections kept = new(source);

        await ProcessOfAsync(kept);

        await Patiently.Wait(OpenAsync(source, 4));
    }

    [Fact]
    public async Task Run_ConnectionWasCut_FailsOnceAndTakesAnother()
    {
        await using TestDatabase database = TestDatabase.Require();
        await using NpgsqlDataSource source = Pool(database, 16);
        using KeptConnections kept = new(source);
        int cut = await ProcessOfAsync(kept);
        await database.RunAsync($"select pg_terminate_backend({cut})");
        await Patiently.Until(async () => await database.ReadAsync<long>($"select count(*) from pg_stat_activity where pid = {cut}") == 0);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ProcessOfAsync(kept));

        Assert.NotEqual(cut, await ProcessOfAsync(kept));
    }

    [Fact]
    public async Task Run_StatementIsRefused_KeepsTheConnectionOnlyIfItsDataWere()
    {
        await using TestDatabase database = TestDatabase.Require();
        await using NpgsqlDataSource source = Pool(database, 16);
        await OpenAsync(source, 8);
        using KeptConnections kept = new(source);
        int first = await ProcessOfAsync(kept);

        await Assert.ThrowsAsync<PostgresException>(() => ReadAsync(kept, "select 1 / 0"));
        Assert.Equal(first, await ProcessOfAsync(kept));

        await Assert.ThrowsAsync<PostgresException>(() => ReadAsync(kept, "set transaction read only; create temporary table a (b int)"));
        Assert.NotEqual(first, await ProcessOfAsync(kept));
    }

    [Fact]
    public async Task Dispose_SomeAreKept_GivesThemBack()
    {
        await using TestDatabase database = TestDatabase.Require();
        await using NpgsqlDataSource source = Pool(database, 8);
        KeptConnections kept = new(source);
        await ProcessOfAsync(kept);

        kept.Dispose();

        await Patiently.Wait(OpenAsync(source, 8));
        await ProcessOfAsync(kept);
        await Patiently.Wait(OpenAsync(source, 8));
    }

    private static NpgsqlDataSource Pool(TestDatabase database, int most) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxPoolSize = most }.ConnectionString);

    // Opens so many at once, and leaves them to the pool.
    private static async Task OpenAsync(NpgsqlDataSource source, int count)
    {
        List<NpgsqlConnection> opened = [];
        for (int i = 0; i < count; i++)
        {
            opened.Add(await source.OpenConnectionAsync(Cancel));
        }

        foreach (NpgsqlConnection connection in opened)
        {
            await connection.DisposeAsync();
        }
    }

    private static Task<int> ProcessOfAsync(KeptConnections kept) => ReadAsync(kept, "select pg_backend_pid()");

    private static Task<int> ReadAsync(KeptConnections kept, string sql) => kept.RunAsync(
        async connection =>
        {
            await using NpgsqlCommand command = new(sql, connection);
            return (int)(await command.ExecuteScalarAsync(Cancel))!;
        },
        Cancel).AsTask();
}

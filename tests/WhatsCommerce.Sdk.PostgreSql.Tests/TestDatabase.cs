using Npgsql;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>A schema of its own in a real PostgreSQL, which goes away with the test.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Names the database; <c>eng/with-postgres.sh dotnet test ...</c> starts one and sets it.</summary>
    public const string Variable = "WHATSCOMMERCE_TEST_POSTGRESQL";

    private TestDatabase(string connectionString)
    {
        ConnectionString = connectionString;
        Source = NpgsqlDataSource.Create(connectionString);
        Options = new PostgreSqlOptions { Schema = $"test_{Guid.NewGuid():N}", PurgeInterval = Timeout.InfiniteTimeSpan };
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    public PostgreSqlOptions Options { get; }

    public string Events => $"\"{Options.Schema}\".\"{Options.TablePrefix}events\"";

    public string Sends => $"\"{Options.Schema}\".\"{Options.TablePrefix}sends\"";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A schema that does not exist yet. Skips the running test where there is no PostgreSQL.</summary>
    public static TestDatabase Require()
    {
        string? given = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(
            string.IsNullOrEmpty(given),
            $"Skipped: {Variable} names no PostgreSQL. Run the tests with: eng/with-postgres.sh dotnet test "
                + "--project tests/WhatsCommerce.Sdk.PostgreSql.Tests");

        // A busy machine takes its time for a connection of the pool, and for a command: these only end what hangs.
        return new(new NpgsqlConnectionStringBuilder(given)
        {
            MaxPoolSize = 20,
            MaxAutoPrepare = 20,
            Timeout = 120,
            CommandTimeout = 120
        }.ConnectionString);
    }

    /// <summary>A schema with its tables.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        TestDatabase database = Require();
        await database.Store().CreateTablesAsync(Cancel);
        return database;
    }

    public PostgreSqlWebhookStore Store(TimeProvider? time = null) => new(Source, Options, time);

    public PostgreSqlSendLedger Ledger(TimeProvider? time = null) => new(Source, Options, time);

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using NpgsqlCommand command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancel))!;
    }

    public async Task RunAsync(string sql)
    {
        await using NpgsqlCommand command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>Moves everything that was written so far into the past, which saves waiting.</summary>
    public Task PassTimeAsync(TimeSpan time)
    {
        string interval = FormattableString.Invariant($"interval '{time.TotalSeconds} seconds'");
        string past = $"lease_until = lease_until - {interval}, created_at = created_at - {interval}, changed_at = changed_at - {interval}";
        return RunAsync($"update {Events} set {past}; update {Sends} set {past}");
    }

    public async ValueTask DisposeAsync()
    {
        await using (NpgsqlCommand command = Source.CreateCommand($"drop schema if exists \"{Options.Schema}\" cascade"))
        {
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }

        await Source.DisposeAsync();
    }
}

using Npgsql;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>How the tables come to be, and what happens without them.</summary>
public sealed class TablesTests
{
    private static readonly WebhookKey Key = new("/messages/message/106540352242922/wamid.A", "orders");

    private static readonly SendIntent Intent = new(new SendKey("106540352242922", "order-42"), "+16505551234", "Hello"u8);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateTables_TwentyInstancesAtOnce_MakesThemOnce()
    {
        await using TestDatabase database = TestDatabase.Require();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => database.Store().CreateTablesAsync(Cancel), Cancel)));

        Assert.Equal("1,2,3", await VersionsAsync(database));
        await database.Store().CheckAsync(Cancel);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CreateTables_OverTheTablesOfTheFirstVersion_AdoptsThemUnchanged(bool byScript)
    {
        await using TestDatabase database = await CreateFirstVersionAsync();
        PostgreSqlWebhookStore store = database.Store();
        await store.CompleteAsync(await store.TryBeginAsync(Key, TimeSpan.FromMinutes(1), Cancel), Cancel);
        string before = await ColumnsAsync(database);

        await (byScript ? database.RunAsync(store.CreateTablesScript) : store.CreateTablesAsync(Cancel));

        Assert.Equal("1,2,3", await VersionsAsync(database));
        Assert.Equal(before, await ColumnsAsync(database));
        Assert.Equal(WebhookClaimState.Done, (await store.TryBeginAsync(Key, TimeSpan.FromMinutes(1), Cancel)).State);
        Assert.Equal(SendState.Begun, (await database.Ledger().TryBeginAsync(Intent, TimeSpan.FromMinutes(1), Cancel)).State);
    }

    [Fact]
    public async Task TryBegin_LedgerOverTheTablesOfTheFirstVersion_SaysWhatToCall()
    {
        await using TestDatabase database = await CreateFirstVersionAsync();

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await database.Ledger().TryBeginAsync(Intent, TimeSpan.FromMinutes(1), Cancel));

        Assert.Contains("Call PostgreSqlSendLedger.CreateTablesAsync", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateTables_OfTheLedger_MakesAllThatTheStoreNeeds()
    {
        await using TestDatabase database = TestDatabase.Require();

        await database.Ledger().CreateTablesAsync(Cancel);

        await database.Store().CheckAsync(Cancel);
    }

    [Fact]
    public async Task CreateTables_Again_KeepsWhatIsThere()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        PostgreSqlWebhookStore store = database.Store();
        await store.CompleteAsync(await store.TryBeginAsync(Key, TimeSpan.FromMinutes(1), Cancel), Cancel);

        await store.CreateTablesAsync(Cancel);

        Assert.Equal(WebhookClaimState.Done, (await store.TryBeginAsync(Key, TimeSpan.FromMinutes(1), Cancel)).State);
    }

    [Fact]
    public async Task CreateTables_MadeByALaterVersion_LeavesThemAlone()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await database.RunAsync($"insert into \"{database.Options.Schema}\".webhook_versions values (1000)");

        await database.Store().CreateTablesAsync(Cancel);

        await database.Store().CheckAsync(Cancel);
    }

    [Fact]
    public async Task CreateTables_RoleThatMayNotCreate_PassesOnceTheyAreThere()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        string schema = $"\"{database.Options.Schema}\"";
        string role = $"\"role_{Guid.NewGuid():N}\"";
        await database.RunAsync($"""
            create role {role} login password 'secret';
            grant usage on schema {schema} to {role};
            grant select, insert, update, delete on all tables in schema {schema} to {role};
            """);
        try
        {
            await using NpgsqlDataSource limited = NpgsqlDataSource.Create(
                new NpgsqlConnectionStringBuilder(database.ConnectionString)
                {
                    Username = role.Trim('"'),
                    Password = "secret"
                }.ConnectionString);
            PostgreSqlWebhookStore store = new(limited, database.Options);
            PostgreSqlDeadLetterStore letters = new(limited, database.Options);
            PostgreSqlSendLedger ledger = new(limited, database.Options);

            await store.CreateTablesAsync(Cancel);

            await store.CheckAsync(Cancel);
            Assert.True(await store.CompleteAsync(await store.TryBeginAsync(Key, TimeSpan.FromMinutes(1), Cancel), Cancel));
            Assert.Equal(0, await letters.CountAsync(Cancel));
            Assert.Equal(SendState.Begun, (await ledger.TryBeginAsync(Intent, TimeSpan.FromMinutes(1), Cancel)).State);
            Assert.True(await ledger.ReleaseAsync(Intent, Cancel));
        }
        finally
        {
            await database.RunAsync($"drop owned by {role}; drop role {role}");
        }
    }

    [Fact]
    public async Task CreateTablesScript_RunByHandAndAgain_MakesWhatTheCallMakes()
    {
        await using TestDatabase database = TestDatabase.Require();
        PostgreSqlWebhookStore store = database.Store();

        await database.RunAsync(store.CreateTablesScript);
        await database.RunAsync(database.Ledger().CreateTablesScript);

        await store.CreateTablesAsync(Cancel);
        await store.CheckAsync(Cancel);
    }

    [Fact]
    public async Task CreateTables_PrefixAndSchemaOfYourOwn_StandSideBySide()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        PostgreSqlWebhookStore berlin = database.Store();
        database.Options.TablePrefix = "Wien_";
        PostgreSqlWebhookStore vienna = database.Store();
        await vienna.CreateTablesAsync(Cancel);

        await berlin.TryBeginAsync(Key, TimeSpan.FromMinutes(1), Cancel);

        Assert.Equal(WebhookClaimState.Claimed, (await vienna.TryBeginAsync(Key, TimeSpan.FromMinutes(1), Cancel)).State);
    }

    [Fact]
    public async Task TryBegin_WithoutTables_SaysWhatToCall()
    {
        await using TestDatabase database = TestDatabase.Require();

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await database.Store().TryBeginAsync(Key, TimeSpan.FromMinutes(1), Cancel));

        Assert.Contains("Call PostgreSqlWebhookStore.CreateTablesAsync", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await database.Store().CheckAsync(Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await new PostgreSqlDeadLetterStore(database.Source, database.Options).CountAsync(Cancel));
    }

    [Fact]
    public async Task Check_ServerThatTakesNoWrites_Throws()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using NpgsqlDataSource source =
            NpgsqlDataSource.Create($"{database.ConnectionString};Options=-c default_transaction_read_only=on");

        PostgresException exception = await Assert.ThrowsAsync<PostgresException>(
            async () => await new PostgreSqlWebhookStore(source, database.Options).CheckAsync(Cancel));

        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, exception.SqlState);
    }

    [Fact]
    public async Task TryBegin_ServerOutOfReach_Throws()
    {
        TestDatabase.Require();
        await using NpgsqlDataSource source = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Timeout=5");

        await Assert.ThrowsAsync<NpgsqlException>(
            async () => await new PostgreSqlWebhookStore(source).TryBeginAsync(Key, TimeSpan.FromMinutes(1), Cancel));
    }

    [Fact]
    public async Task TryBegin_ConnectionCut_ThrowsAndTheNextOneWorks()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using NpgsqlDataSource single = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(database.ConnectionString)
            {
                MaxPoolSize = 1,
                ApplicationName = database.Options.Schema
            }.ConnectionString);
        PostgreSqlWebhookStore store = new(single, database.Options);
        await store.CheckAsync(Cancel);
        await database.RunAsync(
            $"select pg_terminate_backend(pid) from pg_stat_activity where application_name = '{database.Options.Schema}'");

        await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await store.TryBeginAsync(Key, TimeSpan.FromMinutes(1), Cancel));

        Assert.Equal(WebhookClaimState.Claimed, (await store.TryBeginAsync(Key, TimeSpan.FromMinutes(1), Cancel)).State);
    }

    [Fact]
    public async Task Abandon_LongErrorWithEverything_IsKeptAsFarAsItGoes()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        PostgreSqlWebhookStore store = database.Store();
        WebhookClaim claim = await store.TryBeginAsync(Key, TimeSpan.FromMinutes(1), Cancel);

        await store.AbandonAsync(claim, $"a\0b{new string('e', 997)}\ud83c\udf4e", Cancel);

        Assert.Equal($"ab{new string('e', 997)}", await database.ReadAsync<string>($"select error from {database.Events}"));
    }

    /// <summary>The tables as the first version made them.</summary>
    private static async Task<TestDatabase> CreateFirstVersionAsync()
    {
        TestDatabase database = await TestDatabase.CreateAsync();
        string schema = $"\"{database.Options.Schema}\"";
        await database.RunAsync($"""
            drop table {database.Sends}, {schema}.webhook_customers, {schema}.webhook_customer_names;
            delete from {schema}.webhook_versions where version > 1;
            """);
        return database;
    }

    private static Task<string> VersionsAsync(TestDatabase database) => database.ReadAsync<string>(
        $"select string_agg(version::text, ',' order by version) from \"{database.Options.Schema}\".webhook_versions");

    private static Task<string> ColumnsAsync(TestDatabase database) => database.ReadAsync<string>($"""
        select string_agg(table_name || '.' || column_name || ' ' || data_type, ',' order by table_name, ordinal_position)
        from information_schema.columns where table_schema = '{database.Options.Schema}'
        and table_name in ('webhook_events', 'webhook_dead_letters')
        """);
}

using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsCommerce.Sdk.Storefront.Tests.Storage;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>The contract of all databases of a shop, on a real PostgreSQL, and what a server adds to it.</summary>
public sealed class PostgreSqlStorefrontDatabaseContractTests : StorefrontDatabaseContract, IAsyncLifetime
{
    private TestDatabase _database = null!;

    public ValueTask InitializeAsync()
    {
        _database = TestDatabase.Require();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Start_OutsideOfDevelopment_SaysWhatToDoAndMakesNothing()
    {
        await using ServiceProvider app = _database.App(migrates: null);

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartStoreAsync(Stop));

        Assert.Contains("GetScript()", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await TablesAsync(app));
    }

    [Fact]
    public async Task GetScript_RunByHandAndAgain_MakesWhatTheAppNeeds()
    {
        await using ServiceProvider app = _database.App(migrates: null);

        await _database.RunAsync(DatabaseOf(app).GetScript());
        await _database.RunAsync(DatabaseOf(app).GetScript());

        await app.StartStoreAsync(Stop);
        Assert.Empty(await StoreOf(app).ListOutboxAsync("shop", OutboxState.Dead, 1, Stop));
        await _database.Store().CheckAsync(Stop);
    }

    [Fact]
    public async Task Start_TwentyInstancesAtOnce_MakeTheTablesOnce()
    {
        ServiceProvider[] apps = [.. Enumerable.Range(0, 20).Select(_ => _database.App())];

        await Task.WhenAll(apps.Select(app => Task.Run(() => app.StartStoreAsync(Stop), Stop)));

        Assert.Equal(6, await _database.ReadAsync<long>($"select count(*) from \"{_database.Options.Schema}\".migrations"));
        foreach (ServiceProvider app in apps)
        {
            await app.DisposeAsync();
        }
    }

    [Fact]
    public async Task Write_OverAConnectionThatIsCut_ThrowsAndTheNextOneWorks()
    {
        await using NpgsqlDataSource single = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_database.ConnectionString)
        {
            MaxPoolSize = 1,
            ApplicationName = _database.Options.Schema,
        }.ConnectionString);
        await using ServiceProvider setUp = _database.App();
        await setUp.StartStoreAsync(Stop);
        ServiceCollection services = new();
        services.AddWhatsCommerceStorefrontCore(static _ => { })
            .UsePostgreSql(single, options => options.Schema = _database.Options.Schema).AddCheckout();
        await using ServiceProvider app = services.BuildServiceProvider();
        await StoreOf(app).FindCartAsync("shop", "c", Stop);
        await _database.RunAsync(
            $"select pg_terminate_backend(pid) from pg_stat_activity where application_name = '{_database.Options.Schema}'");

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => StoreOf(app).FindCartAsync("shop", "c", Stop));

        Assert.Null(await StoreOf(app).FindCartAsync("shop", "c", Stop));
    }

    protected override ServiceProvider Start(
        Action<WhatsCommerceStorefrontBuilder> rooms, params DatabaseComponent[] components) =>
        _database.App(rooms, migrates: true, components);

    protected override async Task<IReadOnlyList<string>> TablesAsync(ServiceProvider app) => await DatabaseOf(app).ReadAsync(
        new("select tablename from pg_tables where schemaname = $1 and tablename like 'shop%' order by 1", _database.Options.Schema),
        static row => row.GetString(0),
        Stop);
}

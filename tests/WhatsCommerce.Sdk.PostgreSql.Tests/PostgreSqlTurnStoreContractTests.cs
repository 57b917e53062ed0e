using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using WhatsCommerce.Http;
using WhatsCommerce.Tests.Sending;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>What every store of turns must do, and the pace of three instances over it, each with connections of its own.</summary>
public sealed class PostgreSqlTurnStoreContractTests : TurnStoreContract
{
    private readonly List<IAsyncDisposable> _opened = [];
    private TestDatabase? _database;

    public override async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable one in Enumerable.Reverse(_opened))
        {
            await one.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Grants_ThreeInstancesOnOneDatabase_AreNeverMoreThanTheRateAndNearlyAllOfIt()
    {
        using PaceSimulation simulation = new(TimeSpan.FromSeconds(1) / 80);
        int instance = 0;
        foreach (ITurnStore store in await OpenAsync(3, () => simulation.StoreClock))
        {
            simulation.Add(store, 32, TimeSpan.FromHours(instance++));
        }

        await simulation.RunAsync(TimeSpan.FromSeconds(3));
        simulation.Kill(2);
        await simulation.RunAsync(TimeSpan.FromSeconds(3));

        TimeSpan second = TimeSpan.FromSeconds(1);
        Assert.InRange(simulation.MostIn(second), 1, 80);
        Assert.InRange(simulation.CountBetween(second, 3 * second), 2 * 76, 2 * 80);
        Assert.InRange(simulation.CountBetween(4 * second, 6 * second), 2 * 76, 2 * 80);
    }

    [Fact]
    public async Task Reserve_ByTheClockOfTheDatabase_GrantsFromNowOn()
    {
        SqlTurnStore store = (SqlTurnStore)(await OpenAsync(1, clock: null))[0];
        long before = await ClockAsync();

        GrantedTurns granted = Assert.Single(
            await store.ReserveAsync([new("n", 1, 12_500, 0, 500_000, 0)], TestContext.Current.CancellationToken));

        Assert.InRange(granted.First, before, await ClockAsync());
        Assert.Equal(granted.Now, granted.First);
    }

    [Fact]
    public async Task Purge_IdleAndBusy_RemovesTheIdle()
    {
        SqlTurnStore store = (SqlTurnStore)(await OpenAsync(1, clock: null))[0];
        await store.ReserveAsync(
            [new("busy", 1, 12_500, 0, 500_000, 0), new("idle", 1, 12_500, 0, 500_000, 0)], TestContext.Current.CancellationToken);
        await _database!.RunAsync($"update {Table} set paid_back = paid_back - 120000000 where id = 'idle'");

        await store.PurgeAsync();

        Assert.Equal("busy", await _database.ReadAsync<string>($"select string_agg(id, ',') from {Table}"));
    }

    private protected override ValueTask<ITurnStore[]> OpenAsync(int count, Func<long>? clock)
    {
        _database ??= TestDatabase.Require();
        return new([.. Enumerable.Range(0, count).Select(_ => Open(clock))]);
    }

    private string Table => $"\"{_database!.Options.Schema}\".send_turns";

    private SqlTurnStore Open(Func<long>? clock)
    {
        NpgsqlDataSource source = NpgsqlDataSource.Create(_database!.ConnectionString);
        ServiceCollection services = new();
        services.AddWhatsCommercePostgreSql(source, options =>
        {
            options.Schema = _database.Options.Schema;
            options.MigrateAtStart = true;
        });
        services.AddWhatsCommerceSharedPacing();
        ServiceProvider app = services.BuildServiceProvider();
        _opened.Add(source);
        _opened.Add(app);
        return new(app.GetRequiredService<WhatsCommerceDatabase>(), TimeProvider.System, NullLogger.Instance, clock);
    }

    private Task<long> ClockAsync() =>
        _database!.ReadAsync<long>("select (extract(epoch from clock_timestamp()) * 1000000)::bigint");
}

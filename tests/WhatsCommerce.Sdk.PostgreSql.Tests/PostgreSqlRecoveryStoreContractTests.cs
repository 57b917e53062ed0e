using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsCommerce.Sdk.Storefront.Tests.Recovery;
using WhatsCommerce.Sdk.Storefront.Tests.Storage;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>The contract of all stores of reminders, on a real PostgreSQL; and histories of two instances on it.</summary>
public sealed class PostgreSqlRecoveryStoreContractTests : RecoveryStoreContract, IAsyncLifetime
{

    private readonly List<ServiceProvider> _apps = [];
    private TestDatabase _database = null!;

    private static int Histories => Repetitions.Of("STOREFRONT_RECOVERY_SEEDS", few: 2, all: 6);

    public ValueTask InitializeAsync()
    {
        _database = TestDatabase.Require();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider app in _apps)
        {
            await app.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Histories_OfTwoInstances_RemindOfNothingThatIsOverAndCountWhatHappened()
    {
        (IRecoveryStore recovery, IStorefrontStore shop) = Start();
        (IRecoveryStore otherRecovery, IStorefrontStore otherShop) = Start();
        int seeds = Histories;
        List<string> findings = [];
        for (int seed = 1; seed <= seeds; seed++)
        {
            findings.AddRange(await new RecoveryHistory(seed, (shop, recovery), (otherShop, otherRecovery)).RunAsync());
        }

        Assert.Empty(findings);
    }

    [Fact]
    public async Task Claim_AmongSleepingCarts_UsesTheIndexOfWhatIsDue()
    {
        (IRecoveryStore store, _) = Start();
        DateTimeOffset noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        await store.ClaimAsync("shop", noon, noon, 1, Stop);
        WhatsCommerceDatabase database = _apps[0].GetRequiredService<WhatsCommerceDatabase>();
        string table = database.Table(RecoveryTables.Sequences);
        await _database.RunAsync(string.Create(CultureInfo.InvariantCulture, $$"""
            insert into {{table}} (shop_id, id, customer, state, step, opened_at, due_at, held_out, version, data)
            select 'shop', 'cart' || n, 'customer' || n, 'waiting', 'first', 0,
                {{noon.ToUnixTimeMilliseconds()}} + (n - 50) * 1000, 0, 1, '{}'
            from generate_series(1, 20000) n;
            analyze {{table}}
            """));

        List<string> plan = [];
        DatabaseStatement claim = new RecoveryStatements(database).Claim("shop", noon, noon.AddMinutes(5), 1_000);
        await using NpgsqlCommand explain = _database.Source.CreateCommand("explain " + claim.Sql);
        explain.Parameters.Add(new NpgsqlParameter { Value = "shop" });
        explain.Parameters.Add(new NpgsqlParameter { Value = noon.ToUnixTimeMilliseconds() });
        explain.Parameters.Add(new NpgsqlParameter { Value = noon.ToUnixTimeMilliseconds() });
        explain.Parameters.Add(new NpgsqlParameter { Value = 1_000L });
        await using NpgsqlDataReader row = await explain.ExecuteReaderAsync(Stop);
        while (await row.ReadAsync(Stop))
        {
            plan.Add(row.GetString(0));
        }

        Assert.Contains(plan, line => line.Contains($" {RecoveryTables.DueIndex}", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan", StringComparison.Ordinal));
    }

    protected override Task<(IRecoveryStore Store, IStorefrontStore Shop)> CreateAsync() => Task.FromResult(Start());

    private (IRecoveryStore Store, IStorefrontStore Shop) Start()
    {
        ServiceProvider app = _database.App(static builder => builder.AddRecovery());
        _apps.Add(app);
        return (app.GetRequiredService<IRecoveryStore>(), app.GetRequiredService<IStorefrontStore>());
    }
}

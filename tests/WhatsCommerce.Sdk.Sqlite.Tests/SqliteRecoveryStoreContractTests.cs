using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests.Recovery;
using WhatsCommerce.Sdk.Storefront.Tests.Storage;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>The contract of all stores of reminders, on a file; and histories of two instances on it.</summary>
public sealed class SqliteRecoveryStoreContractTests : RecoveryStoreContract, IDisposable
{
    private static readonly int Histories = Repetitions.Of(few: 2, all: 6);

    private readonly TestFile _file = new();
    private readonly List<ServiceProvider> _apps = [];

    public void Dispose()
    {
        _apps.ForEach(app => app.Dispose());
        _file.Dispose();
    }

    [Fact]
    public async Task Histories_OfTwoInstances_RemindOfNothingThatIsOverAndCountWhatHappened()
    {
        (IRecoveryStore recovery, IStorefrontStore shop) = Start();
        (IRecoveryStore otherRecovery, IStorefrontStore otherShop) = Start();
        List<string> findings = [];
        for (int seed = 1; seed <= Histories; seed++)
        {
            findings.AddRange(await new RecoveryHistory(seed, (shop, recovery), (otherShop, otherRecovery)).RunAsync());
        }

        Assert.Empty(findings);
    }

    [Fact]
    public async Task Claim_AmongSleepingCarts_UsesTheIndexOfWhatIsDue()
    {
        (IRecoveryStore store, _) = Start();
        await store.ClaimAsync("shop", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 1, Stop);
        WhatsCommerceDatabase database = _apps[0].GetRequiredService<WhatsCommerceDatabase>();
        DatabaseStatement claim = new RecoveryStatements(database).Claim("shop", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 10);

        IReadOnlyList<string> plan = await database.ReadAsync(
            new DatabaseStatement("explain query plan " + claim.Sql, [.. claim.Values]), static row => row.GetString(3), Stop);

        Assert.Contains(plan, line => line.Contains(RecoveryTables.DueIndex, StringComparison.Ordinal));
    }

    protected override Task<(IRecoveryStore Store, IStorefrontStore Shop)> CreateAsync() => Task.FromResult(Start());

    private (IRecoveryStore Store, IStorefrontStore Shop) Start()
    {
        ServiceProvider app = _file.App(static builder => builder.AddRecovery());
        _apps.Add(app);
        return (app.GetRequiredService<IRecoveryStore>(), app.GetRequiredService<IStorefrontStore>());
    }
}

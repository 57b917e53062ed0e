using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests.Storage;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>The contract of all switches of the search, on a real PostgreSQL.</summary>
public sealed class PostgreSqlSearchSwitchesContractTests : SearchSwitchesContract, IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ServiceProvider _app = null!;

    public ValueTask InitializeAsync()
    {
        _database = TestDatabase.Require();
        _app = _database.App(static builder => builder.AddSearch());
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
            await _database.DisposeAsync();
        }
    }

    protected override Task<ISearchSwitches> CreateAsync() => Task.FromResult(_app.GetRequiredService<ISearchSwitches>());
}

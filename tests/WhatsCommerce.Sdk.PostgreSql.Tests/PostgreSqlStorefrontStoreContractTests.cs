using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests.Storage;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>The contract of all stores of a shop, on a real PostgreSQL.</summary>
public sealed class PostgreSqlStorefrontStoreContractTests : StorefrontStoreContract, IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ServiceProvider _app = null!;

    public ValueTask InitializeAsync()
    {
        _database = TestDatabase.Require();
        _app = _database.App();
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

    protected override Task<IStorefrontStore> CreateAsync() => Task.FromResult(_app.GetRequiredService<IStorefrontStore>());
}

using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests.Storage;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>The contract of all stores of admins' windows, on a real PostgreSQL.</summary>
public sealed class PostgreSqlAdminWindowStoreContractTests : AdminWindowStoreContract, IAsyncLifetime
{
    private readonly List<ServiceProvider> _apps = [];
    private TestDatabase _database = null!;

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

    private protected override IAdminWindowStore Open()
    {
        ServiceProvider app = _database.App(static builder => builder.AddAdminNotices(options => options.Numbers.Add("+16505550001")));
        _apps.Add(app);
        return StorefrontServices.CreateAdminWindowStore(app);
    }
}

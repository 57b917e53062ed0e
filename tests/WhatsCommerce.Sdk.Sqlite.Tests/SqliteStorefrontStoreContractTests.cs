using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests.Storage;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>The contract of all stores of a shop, on a file.</summary>
public sealed class SqliteStorefrontStoreContractTests : StorefrontStoreContract, IDisposable
{
    private readonly TestFile _file = new();
    private ServiceProvider? _app;

    public void Dispose()
    {
        _app?.Dispose();
        _file.Dispose();
    }

    protected override Task<IStorefrontStore> CreateAsync()
    {
        _app = _file.App(static builder => builder.AddCheckout());
        return Task.FromResult(_app.GetRequiredService<IStorefrontStore>());
    }
}

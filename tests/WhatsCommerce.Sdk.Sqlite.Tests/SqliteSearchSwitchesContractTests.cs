using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests.Storage;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>The contract of all switches of the search, on a file.</summary>
public sealed class SqliteSearchSwitchesContractTests : SearchSwitchesContract, IDisposable
{
    private readonly TestFile _file = new();
    private ServiceProvider? _app;

    public void Dispose()
    {
        _app?.Dispose();
        _file.Dispose();
    }

    protected override Task<ISearchSwitches> CreateAsync()
    {
        _app = _file.App(static builder => builder.AddSearch());
        return Task.FromResult(_app.GetRequiredService<ISearchSwitches>());
    }
}

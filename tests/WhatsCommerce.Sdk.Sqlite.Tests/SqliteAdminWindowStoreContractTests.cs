using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests.Storage;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>The contract of all stores of admins' windows, on a file.</summary>
public sealed class SqliteAdminWindowStoreContractTests : AdminWindowStoreContract, IDisposable
{
    private readonly TestFile _file = new();
    private readonly List<ServiceProvider> _apps = [];

    public void Dispose()
    {
        _apps.ForEach(static app => app.Dispose());
        _file.Dispose();
    }

    private protected override IAdminWindowStore Open()
    {
        ServiceProvider app = _file.App(static builder => builder.AddAdminNotices(options => options.Numbers.Add("+16505550001")));
        _apps.Add(app);
        return StorefrontServices.CreateAdminWindowStore(app);
    }
}

using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests.Storage;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>The contract of all databases of a shop, on a file.</summary>
public sealed class SqliteStorefrontDatabaseContractTests : StorefrontDatabaseContract, IDisposable
{
    private readonly TestFile _file = new();

    public void Dispose() => _file.Dispose();

    protected override ServiceProvider Start(
        Action<WhatsCommerceStorefrontBuilder> rooms, params DatabaseComponent[] components) => _file.App(rooms, components);

    protected override async Task<IReadOnlyList<string>> TablesAsync(ServiceProvider app) => await DatabaseOf(app).ReadAsync(
        new("select substr(name, 15) from sqlite_master where type = 'table' and name like 'whatscommerce_shop%' order by name"),
        static row => row.GetString(0),
        Stop);
}

using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests.Storage;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>Several shops in one database.</summary>
public sealed class PostgreSqlSeveralShopsContractTests : SeveralShopsContract, IAsyncLifetime
{
    private TestDatabase _database = null!;

    public ValueTask InitializeAsync()
    {
        _database = TestDatabase.Require();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    protected override void Use(WhatsCommerceStorefrontBuilder builder) => builder.UsePostgreSql(_database.Source, options =>
    {
        options.Schema = _database.Options.Schema;
        options.MigrateAtStart = true;
    });
}

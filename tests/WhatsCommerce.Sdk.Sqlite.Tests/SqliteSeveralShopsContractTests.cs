using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests.Storage;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>Several shops in one file.</summary>
public sealed class SqliteSeveralShopsContractTests : SeveralShopsContract, IDisposable
{
    private readonly TestFile _file = new();

    public void Dispose() => _file.Dispose();

    protected override void Use(WhatsCommerceStorefrontBuilder builder) => builder.UseSqlite(_file.ConnectionString);
}

using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

public sealed class MemoryCatalogStoreTests : CatalogStoreContract
{
    protected override Task<ICatalogStore> CreateAsync() => Task.FromResult<ICatalogStore>(new MemoryCatalogStore());
}

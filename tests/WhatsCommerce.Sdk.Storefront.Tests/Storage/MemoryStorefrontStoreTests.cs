using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

public sealed class MemoryStorefrontStoreTests : StorefrontStoreContract
{
    protected override Task<IStorefrontStore> CreateAsync() => Task.FromResult<IStorefrontStore>(new MemoryStorefrontStore());
}

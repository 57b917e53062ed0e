using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

public sealed class MemoryAdminWindowStoreTests : AdminWindowStoreContract
{
    private readonly MemoryAdminWindowStore _store = new();

    private protected override IAdminWindowStore Open() => _store;
}

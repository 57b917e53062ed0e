using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

public sealed class MemorySearchSwitchesTests : SearchSwitchesContract
{
    protected override Task<ISearchSwitches> CreateAsync() => Task.FromResult<ISearchSwitches>(new MemorySearchSwitches());
}

using WhatsCommerce.Sdk.Storefront.Tests.Storage;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Search;

public sealed class MemoryProductSearchContractTests : ProductSearchContract, IDisposable
{
    private readonly MemoryProductSearch _search = new(Synonyms);

    public void Dispose() => _search.Dispose();

    protected override Task<IProductSearch> CreateAsync() => Task.FromResult<IProductSearch>(_search);
}

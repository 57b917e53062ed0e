using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Benchmarks.Searching;

/// <summary>The SDK's own search.</summary>
internal sealed class OwnSearcher : Searcher
{
    private readonly MemoryProductSearch _search;

    private OwnSearcher(bool useCommonNames) => _search = new MemoryProductSearch(useCommonNames: useCommonNames);

    public static async Task<Searcher> OpenAsync(IReadOnlyList<SearchProduct> products, bool useCommonNames)
    {
        OwnSearcher searcher = new(useCommonNames);
        await searcher._search.ReplaceAsync(products);
        return searcher;
    }

    public override async Task<IReadOnlyList<string>> SearchAsync(string query, int limit) =>
        [.. (await _search.SearchAsync(query, limit)).Hits.Select(static hit => hit.Product.RetailerId.ToString())];

    public override ValueTask DisposeAsync()
    {
        _search.Dispose();
        return default;
    }
}

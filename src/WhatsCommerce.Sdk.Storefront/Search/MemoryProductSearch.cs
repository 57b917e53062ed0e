namespace WhatsCommerce.Storefronts;

/// <summary>A product search with an in-memory index, for up to 100,000 products.</summary>
/// <remarks>
/// Thread-safe. Searches never wait: changed prices and switches take effect immediately, and changed words build a new index while the old
/// one is in use.
/// </remarks>
public sealed class MemoryProductSearch : IProductSearch, IDisposable
{
    private const int LongestQuery = 1_000;

    private readonly Synonyms[] _synonyms;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile SearchIndex _index = new IndexBuilder().Build();

    /// <summary>Initializes a search without products.</summary>
    /// <param name="synonyms">The synonyms of the shop.</param>
    /// <param name="useCommonNames">
    /// Whether common names of goods in English, Spanish, Portuguese, Hindi, Indonesian and Arabic are synonyms, so that "diapers" finds
    /// "nappies", and "leche" finds "milk".
    /// </param>
    public MemoryProductSearch(SearchSynonyms? synonyms = null, bool useCommonNames = true) =>
        _synonyms = TablesOf(synonyms ?? SearchSynonyms.None, useCommonNames);

    /// <summary>Gets the number of products, including those that cannot be sent.</summary>
    public int Count => _index.Products.Length;

    /// <summary>Gets the current products.</summary>
    internal IReadOnlyList<SearchProduct> Products => _index.Products;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1.</exception>
    public Task<SearchResult> SearchAsync(string query, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Search(_index, _synonyms, query, limit));
    }

    /// <inheritdoc/>
    public async Task ReplaceAsync(IEnumerable<SearchProduct> products, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(products);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _index = await Task.Run(() => Build(products, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async Task ChangeAsync(
        IReadOnlyCollection<SearchProduct> changed, IReadOnlyCollection<RetailerId> removed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(removed);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            SearchIndex index = _index;
            List<SearchProduct> reworded = [];
            foreach (SearchProduct product in changed)
            {
                if (!TryChangeInPlace(index, product))
                {
                    reworded.Add(product);
                }
            }

            HashSet<RetailerId> gone = [.. removed.Where(index.Ids.ContainsKey)];
            Hide(index, gone);
            gone.UnionWith(reworded.Select(static product => product.RetailerId));
            if (gone.Count > 0)
            {
                _index = await Task.Run(() => Rebuild(index, reworded, gone), CancellationToken.None).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Parses a query; null when it is not a search.</summary>
    internal ParsedQuery? Read(string query) => Read(_index, query);

    /// <summary>Prices and switches take effect immediately, even while new words wait for the next index.</summary>
    private static bool TryChangeInPlace(SearchIndex index, SearchProduct product)
    {
        if (!index.Ids.TryGetValue(product.RetailerId, out int place))
        {
            return false;
        }

        index.Products[place] = index.Products[place] with
        {
            Price = product.Price,
            IsSendable = product.IsSendable,
            IsSearchable = product.IsSearchable,
        };
        return index.Indexed[place].HasWordsOf(product);
    }

    /// <summary>Removed products are hidden immediately, while the next index is being built.</summary>
    private static void Hide(SearchIndex index, HashSet<RetailerId> gone)
    {
        foreach (RetailerId id in gone)
        {
            if (index.Ids.TryGetValue(id, out int place))
            {
                index.Products[place] = index.Products[place] with { IsSearchable = false };
            }
        }
    }

    private static SearchIndex Build(IEnumerable<SearchProduct> products, CancellationToken cancellationToken)
    {
        IndexBuilder builder = new();
        foreach (SearchProduct product in products)
        {
            cancellationToken.ThrowIfCancellationRequested();
            builder.Add(product);
        }

        return builder.Build();
    }

    private static SearchIndex Rebuild(SearchIndex index, List<SearchProduct> reworded, HashSet<RetailerId> gone)
    {
        IndexBuilder builder = new();
        builder.Add(index, gone);
        reworded.ForEach(builder.Add);
        return builder.Build();
    }

    private static ParsedQuery? Read(SearchIndex index, string query) =>
        query.Length > LongestQuery ? null : new QueryReader(index).Read(query);

    /// <summary>The synonyms of the shop, and the common names after them.</summary>
    internal static Synonyms[] TablesOf(SearchSynonyms synonyms, bool useCommonNames) =>
        [synonyms.Table, useCommonNames ? Synonyms.Common : SearchSynonyms.None.Table];

    internal static SearchResult Search(SearchIndex index, Synonyms[] synonyms, string query, int limit)
    {
        if (Read(index, query) is not ParsedQuery parsed)
        {
            return SearchResult.Empty(SearchOutcome.NotASearch);
        }

        SearchScratch scratch = index.RentScratch();
        SearchResult result;
        using (Evidence evidence = new EvidenceCollector(index, scratch, synonyms).Collect(parsed.Words))
        {
            result = new Ranking(index, parsed, evidence, synonyms).Rank(limit);
        }

        // The buffers are not returned after an exception, because they may not be zeroed.
        index.Return(scratch);
        return result;
    }
}

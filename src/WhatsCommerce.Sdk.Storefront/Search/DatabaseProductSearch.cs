namespace WhatsCommerce.Storefronts;

/// <summary>
/// Searches a catalog that is too large for memory: PostgreSQL preselects a few hundred candidates, which are ranked exactly as in memory.
/// </summary>
internal sealed class DatabaseProductSearch : IProductSearch
{
    private const int LongestQuery = 1_000;
    private const int MostTokens = 48;
    private const int MostWords = 12;
    private const int MostSimilar = 12;
    private const int MostCandidates = 300;
    private const int ProductsAtOnce = 100;

    private readonly WhatsCommerceDatabase _database;
    private readonly DatabaseReadiness _readiness;
    private readonly ProductSearchStatements _statements;
    private readonly string _shopId;
    private readonly Synonyms[] _synonyms;

    public DatabaseProductSearch(
        WhatsCommerceDatabase database, DatabaseReadiness readiness, string shopId, StorefrontSearchOptions options)
    {
        _database = database;
        _readiness = readiness;
        _statements = new ProductSearchStatements(database);
        _shopId = shopId;
        _synonyms = MemoryProductSearch.TablesOf(options.Synonyms, options.UseCommonNames);
    }

    public async Task<SearchResult> SearchAsync(string query, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        if (query.Length > LongestQuery)
        {
            return SearchResult.Empty(SearchOutcome.NotASearch);
        }

        IndexBuilder builder = new();
        foreach (SearchProduct product in await FindAsync(query, cancellationToken).ConfigureAwait(false))
        {
            builder.Add(product);
        }

        return MemoryProductSearch.Search(builder.Build(), _synonyms, query, limit);
    }

    public async Task ReplaceAsync(IEnumerable<SearchProduct> products, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(products);
        await _readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);

        // Another instance may have written the same products, so unchanged ones are not written again.
        Dictionary<RetailerId, string> stored = (await _database.ReadAsync(
            _statements.Hashes(_shopId), static row => ((RetailerId)row.GetString(0), row.GetString(1)), cancellationToken)
            .ConfigureAwait(false)).ToDictionary(static row => row.Item1, static row => row.Item2);
        HashSet<RetailerId> seen = [];
        foreach (SearchProduct[] some in products.Where(product => product.RetailerId.HasValue && seen.Add(product.RetailerId))
            .Chunk(ProductsAtOnce))
        {
            await WriteAsync(some, stored, cancellationToken).ConfigureAwait(false);
        }

        await RemoveAsync([.. stored.Keys.Where(id => !seen.Contains(id))], cancellationToken).ConfigureAwait(false);
    }

    public async Task ChangeAsync(
        IReadOnlyCollection<SearchProduct> changed, IReadOnlyCollection<RetailerId> removed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(removed);
        await _readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await RemoveAsync(removed, cancellationToken).ConfigureAwait(false);
        foreach (SearchProduct[] some in changed.Where(static product => product.RetailerId.HasValue)
            .DistinctBy(static product => product.RetailerId).Chunk(ProductsAtOnce))
        {
            await WriteAsync(some, stored: null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The candidates for the words of a query, within the price range that it contains.</summary>
    private async Task<IReadOnlyList<SearchProduct>> FindAsync(string query, CancellationToken cancellationToken)
    {
        await _readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        List<Token> tokens = Tokenizer.Read(query, MostTokens);
        PriceReader prices = new(tokens);
        PriceRange price = prices.Read();
        string[] words = [.. WordsOf(tokens, prices.IsTaken).Take(MostWords)];
        HashSet<string> similar = new(StringComparer.Ordinal);
        foreach (string word in words.Where(static word => word.Length > 2 && char.IsLetter(word[0])).Distinct(StringComparer.Ordinal))
        {
            similar.UnionWith(await _database.ReadAsync(
                _statements.Similar(_shopId, word, MostSimilar), static row => row.GetString(0), cancellationToken).ConfigureAwait(false));
        }

        IEnumerable<string[]> synonyms = Enumerable.Range(0, words.Length)
            .SelectMany(at => _synonyms.SelectMany(table => table.Find(words, at)).Select(static found => found.Words));
        return SearchKeys.QueryOf(words, similar, synonyms) is string found
            ? await _database.ReadAsync(
                _statements.Find(_shopId, found, price, MostCandidates),
                static row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Of<SearchProduct>())!,
                cancellationToken).ConfigureAwait(false)
            : [];
    }

    /// <summary>The words and sizes of the query, without filler words.</summary>
    private static IEnumerable<string> WordsOf(List<Token> tokens, IReadOnlyList<bool> isTaken)
    {
        for (int at = 0; at < tokens.Count; at++)
        {
            if (isTaken[at])
            {
                continue;
            }

            if (Quantity.Read(tokens, at, out string quantity) is int size and > 0 && (tokens[at].IsNumber || size > 1))
            {
                yield return quantity;
                at += size - 1;
            }
            else if (!(ChatWords.LeftOut.TryMatch(tokens, at, out _, out bool isSoft) && !isSoft))
            {
                yield return tokens[at].Text;
            }
        }
    }

    private async Task WriteAsync(
        SearchProduct[] products, Dictionary<RetailerId, string>? stored, CancellationToken cancellationToken)
    {
        List<DatabaseStatement> statements = [];
        SortedSet<string> words = new(StringComparer.Ordinal);
        ProductWords read = new();

        // All instances write in the same order, which prevents deadlocks.
        foreach (SearchProduct product in products.OrderBy(static product => product.RetailerId.Value, StringComparer.Ordinal))
        {
            string hash = SendKey.HashOf("search", JsonSerializer.Serialize(product, StoredJson.Of<SearchProduct>()));
            if (stored is not null && stored.TryGetValue(product.RetailerId, out string? known) && known == hash)
            {
                continue;
            }

            read.Read(product);
            statements.Add(_statements.Write(_shopId, product, hash, SearchKeys.VectorOf(read.Fields)));
            words.UnionWith(read.Fields.Keys.Where(static word => char.IsLetter(word[0])));
        }

        if (statements.Count > 0)
        {
            if (words.Count > 0)
            {
                statements.Add(_statements.WriteWords(_shopId, string.Join(' ', words)));
            }

            await _database.WriteAsync(statements, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RemoveAsync(IReadOnlyCollection<RetailerId> ids, CancellationToken cancellationToken)
    {
        foreach (RetailerId[] some in ids.OrderBy(static id => id.Value, StringComparer.Ordinal).Chunk(ProductsAtOnce))
        {
            await _database.WriteAsync([.. some.Select(id => _statements.Remove(_shopId, id))], cancellationToken).ConfigureAwait(false);
        }
    }
}

using Microsoft.Extensions.AI;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Combines the word search with embeddings, which rank the word matches and find products that the words do not match well.
/// </summary>
/// <remarks>
/// The word search alone decides what is a search, splits several products in one sentence, and sorts by price. If the embedding generator
/// does not respond in time, the word search decides everything.
/// </remarks>
internal sealed class EmbeddingProductSearch : IProductSearch, IDisposable
{
    /// <summary>Matches with at least this score need no embeddings.</summary>
    private const double Enough = 0.75;

    /// <summary>The number of word matches that are ranked by embeddings.</summary>
    private const int Ordered = 50;

    private readonly MemoryProductSearch _words;
    private readonly ProductVectors _vectors;
    private readonly SearchEmbeddingOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public EmbeddingProductSearch(
        MemoryProductSearch words,
        IEmbeddingGenerator<string, Embedding<float>> generator,
        SearchEmbeddingOptions options,
        TimeProvider time,
        ILogger logger)
    {
        options.Check();
        _words = words;
        _vectors = new ProductVectors(generator, options.BatchSize);
        _options = options;
        _time = time;
        _logger = logger;
    }

    public async Task<SearchResult> SearchAsync(string query, int limit, CancellationToken cancellationToken = default)
    {
        SearchResult found = await _words.SearchAsync(query, Math.Max(limit, Ordered), cancellationToken).ConfigureAwait(false);
        if (found.Outcome is SearchOutcome.Found or SearchOutcome.NothingFound
            && found.Parts.Count <= 1
            && _words.Read(query) is { Price.Order: 0 } parsed
            && await TryEmbedAsync(query, cancellationToken).ConfigureAwait(false) is { Length: > 0 } vector)
        {
            found = Blend(found, parsed, vector, limit);
        }

        return found.Hits.Count > limit ? found with { Hits = [.. found.Hits.Take(limit)] } : found;
    }

    public async Task ReplaceAsync(IEnumerable<SearchProduct> products, CancellationToken cancellationToken = default)
    {
        // The word index is replaced first, because embedding a catalog takes long.
        List<SearchProduct> all = [.. products];
        await _words.ReplaceAsync(all, cancellationToken).ConfigureAwait(false);
        _vectors.Keep(all.Select(static product => product.RetailerId).ToHashSet());
        await _vectors.AddAsync(all, cancellationToken).ConfigureAwait(false);
    }

    public async Task ChangeAsync(
        IReadOnlyCollection<SearchProduct> changed, IReadOnlyCollection<RetailerId> removed, CancellationToken cancellationToken = default)
    {
        await _words.ChangeAsync(changed, removed, cancellationToken).ConfigureAwait(false);
        _vectors.Remove(removed);
        await _vectors.AddAsync(changed, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _words.Dispose();

    private async Task<float[]?> TryEmbedAsync(string query, CancellationToken cancellationToken)
    {
        using CancellationTokenSource deadline = new(_options.Timeout, _time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await _vectors.EmbedAsync(query, both.Token).WaitAsync(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            // A model may throw any exception; the word search works without it.
            StorefrontLog.QueryNotEmbedded(_logger, exception);
            return null;
        }
    }

    private SearchResult Blend(SearchResult found, ParsedQuery parsed, float[] query, int limit)
    {
        List<SearchHit> hits =
        [
            .. found.Hits.Select(hit => hit with
            {
                Score = ((1 - _options.Weight) * hit.Score)
                    + (_options.Weight * Math.Max(0, _vectors.NearnessOf(hit.Product.RetailerId, query))),
            }).OrderByDescending(static hit => hit.Score),
        ];
        if (found.Hits.Count == 0 || found.Hits.Max(static hit => hit.Score) < Enough)
        {
            HashSet<RetailerId> known = [.. hits.Select(static hit => hit.Product.RetailerId)];
            hits.AddRange(_words.Products
                .Where(product => product is { IsSendable: true, IsSearchable: true }
                    && parsed.Price.Holds(product.Price?.Amount)
                    && !parsed.Excludes(product)
                    && !known.Contains(product.RetailerId))
                .Select(product => (Product: product, Nearness: _vectors.NearnessOf(product.RetailerId, query)))
                .Where(near => near.Nearness >= _options.Floor)
                .OrderByDescending(static near => near.Nearness)
                .Take(limit)
                .Select(near => new SearchHit
                {
                    Product = near.Product,
                    Score = _options.Weight * near.Nearness,
                    Match = SearchMatch.Meaning,
                }));
        }

        return hits.Count == 0 ? found : found with { Outcome = SearchOutcome.Found, Hits = hits };
    }
}

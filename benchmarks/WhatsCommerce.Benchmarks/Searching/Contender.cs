using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Benchmarks.Searching;

/// <summary>A way to search, which is compared with the others.</summary>
/// <param name="Name">How the tables call it.</param>
/// <param name="OpenAsync">Makes the products of a shop searchable; the first argument is its language.</param>
internal sealed record Contender(string Name, Func<string, IReadOnlyList<SearchProduct>, Task<Searcher>> OpenAsync)
{
    /// <summary>Gets all that this machine can run.</summary>
    public static IReadOnlyList<Contender> All { get; } =
    [
        new("WhatsCommerce", static (_, products) => OwnSearcher.OpenAsync(products, useCommonNames: true)),
        new("WhatsCommerce without common names", static (_, products) => OwnSearcher.OpenAsync(products, useCommonNames: false)),
        new(
            "Lucene.Net BM25, standard analyzer",
            static (_, products) => LuceneSearcher.OpenAsync(products, language: null, isFuzzy: false)),
        new(
            "Lucene.Net BM25, language analyzer",
            static (language, products) => LuceneSearcher.OpenAsync(products, language, isFuzzy: false)),
        new(
            "Lucene.Net, language analyzer, fuzzy",
            static (language, products) => LuceneSearcher.OpenAsync(products, language, isFuzzy: true)),
        new("SQLite FTS5, words", static (_, products) => Fts5Searcher.OpenAsync(products, isTrigram: false)),
        new("SQLite FTS5, trigrams", static (_, products) => Fts5Searcher.OpenAsync(products, isTrigram: true)),
        .. Shops.ShopDatabase.Missing is null
            ? [new Contender("PostgreSQL, pg_trgm with ts_rank", PostgreSqlSearcher.OpenAsync)]
            : (Contender[])[],
    ];
}

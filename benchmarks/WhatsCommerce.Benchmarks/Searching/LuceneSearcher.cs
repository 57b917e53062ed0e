using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using WhatsCommerce.Storefronts;
using Field = Lucene.Net.Documents.Field;

namespace WhatsCommerce.Benchmarks.Searching;

/// <summary>
/// Lucene.Net in memory: any word of the query in any field, the best field of each word, BM25. Fuzzy: each word also stands for those of
/// the index that differ by one letter, from six letters on by two.
/// </summary>
internal sealed class LuceneSearcher : Searcher
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private readonly RAMDirectory _directory = new();
    private readonly Analyzer _analyzer;
    private readonly bool _isFuzzy;
    private DirectoryReader? _reader;
    private IndexSearcher? _searcher;

    private LuceneSearcher(string? language, bool isFuzzy)
    {
        _isFuzzy = isFuzzy;
        _analyzer = language switch
        {
            null => new StandardAnalyzer(Version),
            "es" => new SpanishAnalyzer(Version),
            "pt" or "pt-BR" => new PortugueseAnalyzer(Version),
            "hi" => new HindiAnalyzer(Version),
            "ar" => new ArabicAnalyzer(Version),
            "id" => new IndonesianAnalyzer(Version),
            _ => new EnglishAnalyzer(Version),
        };
    }

    public static Task<Searcher> OpenAsync(IReadOnlyList<SearchProduct> products, string? language, bool isFuzzy)
    {
        LuceneSearcher searcher = new(language, isFuzzy);
        searcher.Index(products);
        return Task.FromResult<Searcher>(searcher);
    }

    public override Task<IReadOnlyList<string>> SearchAsync(string query, int limit)
    {
        BooleanQuery any = [];
        foreach (string word in Analyze(query))
        {
            DisjunctionMaxQuery best = new(0.1f);
            foreach ((string field, float weight, _) in Fields)
            {
                Term term = new(field, word);
                Query of = _isFuzzy && word.Length > 2
                    ? new FuzzyQuery(term, word.Length > 5 ? 2 : 1, prefixLength: 1)
                    : new TermQuery(term);
                of.Boost = weight;
                best.Add(of);
            }

            any.Add(best, Occur.SHOULD);
        }

        TopDocs found = _searcher!.Search(any, limit);
        return Task.FromResult<IReadOnlyList<string>>([.. found.ScoreDocs.Select(hit => _searcher.Doc(hit.Doc).Get("id", CultureInfo.InvariantCulture))]);
    }

    public override ValueTask DisposeAsync()
    {
        _reader?.Dispose();
        _analyzer.Dispose();
        _directory.Dispose();
        return default;
    }

    private void Index(IReadOnlyList<SearchProduct> products)
    {
        using (IndexWriter writer = new(_directory, new IndexWriterConfig(Version, _analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (SearchProduct product in products)
            {
                Document document = [new StringField("id", product.RetailerId.ToString(), Field.Store.YES)];
                foreach ((string field, _, Func<SearchProduct, string?> read) in Fields)
                {
                    if (read(product) is string text)
                    {
                        document.Add(new TextField(field, text, Field.Store.NO));
                    }
                }

                writer.AddDocument(document);
            }

            writer.ForceMerge(1);
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    private List<string> Analyze(string query)
    {
        List<string> words = [];
        using TokenStream tokens = _analyzer.GetTokenStream("title", query);
        ICharTermAttribute term = tokens.GetAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            words.Add(term.ToString()!);
        }

        tokens.End();
        return words;
    }
}

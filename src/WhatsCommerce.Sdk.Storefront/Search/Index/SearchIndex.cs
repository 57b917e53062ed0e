using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace WhatsCommerce.Storefronts;

/// <summary>An inverted index of the products. It is immutable except for the products' prices and switches.</summary>
internal sealed class SearchIndex
{
    private readonly int[] _starts;
    private readonly int[] _documents;
    private readonly Field[] _fields;
    private readonly ConcurrentBag<SearchScratch> _scratch = [];

    public SearchIndex(Vocabulary vocabulary, IndexedProduct[] products, int[] starts, int[] documents, Field[] fields)
    {
        Vocabulary = vocabulary;
        Indexed = products;
        Products = [.. products.Select(static indexed => indexed.Product)];
        _starts = starts;
        _documents = documents;
        _fields = fields;
        Ids = new Dictionary<RetailerId, int>(products.Length);
        for (int i = 0; i < products.Length; i++)
        {
            Ids[Products[i].RetailerId] = i;
        }
    }

    public Vocabulary Vocabulary { get; }

    /// <summary>Gets the products; one is replaced as a whole when its price or a switch changes.</summary>
    public SearchProduct[] Products { get; }

    /// <summary>Gets the products as they were when they were indexed.</summary>
    public IndexedProduct[] Indexed { get; }

    public Dictionary<RetailerId, int> Ids { get; }

    public SearchScratch RentScratch() =>
        _scratch.TryTake(out SearchScratch? scratch) ? scratch : new SearchScratch(Products.Length, Vocabulary.Count);

    public void Return(SearchScratch scratch) => _scratch.Add(scratch);

    public ReadOnlySpan<int> DocumentsOf(int term) => _documents.AsSpan(_starts[term].._starts[term + 1]);

    public ReadOnlySpan<Field> FieldsOf(int term) => _fields.AsSpan(_starts[term].._starts[term + 1]);

    /// <summary>Determines whether the title, brand, options or category of any product contains the word.</summary>
    public bool IsName(int term) => term >= 0
        && MemoryMarshal.AsBytes(FieldsOf(term)).ContainsAnyInRange((byte)Field.Category, (byte)Field.TitleHead);
}

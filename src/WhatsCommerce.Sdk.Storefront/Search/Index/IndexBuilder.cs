using System.Runtime.InteropServices;

namespace WhatsCommerce.Storefronts;

/// <summary>Builds the index of a catalog from products, and from the valid parts of another index.</summary>
internal sealed class IndexBuilder
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private readonly List<IndexedProduct> _products = [];
    private readonly List<Posting> _postings = [];
    private readonly HashSet<RetailerId> _seen = [];
    private readonly GroupWords _groups = new();
    private readonly ProductWords _words = new();

    /// <summary>Adds a product; products without an id and duplicates are ignored.</summary>
    public void Add(SearchProduct product)
    {
        if (product.RetailerId == default || !_seen.Add(product.RetailerId))
        {
            return;
        }

        int document = _products.Count;
        _words.Read(product);
        bool hasGroup = product.ItemGroupId is { Length: > 0 };
        foreach ((string text, Field field) in _words.Fields)
        {
            int term = IdOf(text);
            _postings.Add(new Posting(term, document, field));
            if (hasGroup)
            {
                _groups.Add(product.ItemGroupId!, document, term, field);
            }
        }

        _products.Add(new IndexedProduct(
            product.Description is null ? product : product with { Description = null },
            (byte)Math.Clamp(_words.TitleLength, 1, byte.MaxValue),
            IndexedProduct.HashOf(product.Description)));
    }

    /// <summary>Adds the products of another index, except those with the given ids.</summary>
    public void Add(SearchIndex other, IReadOnlySet<RetailerId> except)
    {
        int[] places = new int[other.Products.Length];
        for (int document = 0; document < places.Length; document++)
        {
            SearchProduct product = other.Products[document];
            bool isKept = !except.Contains(product.RetailerId) && _seen.Add(product.RetailerId);
            places[document] = isKept ? _products.Count : -1;
            if (isKept)
            {
                _products.Add(other.Indexed[document] with { Product = product });
            }
        }

        for (int term = 0; term < other.Vocabulary.Count; term++)
        {
            ReadOnlySpan<int> documents = other.DocumentsOf(term);
            ReadOnlySpan<Field> fields = other.FieldsOf(term);
            int id = -1;
            for (int i = 0; i < documents.Length; i++)
            {
                int document = places[documents[i]];

                // Words from siblings are calculated again.
                if (document < 0 || fields[i] == Field.Group)
                {
                    continue;
                }

                id = id < 0 ? IdOf(other.Vocabulary[term]) : id;
                _postings.Add(new Posting(id, document, fields[i]));
                if (_products[document].Product.ItemGroupId is { Length: > 0 } group)
                {
                    _groups.Add(group, document, id, fields[i]);
                }
            }
        }
    }

    public SearchIndex Build()
    {
        _postings.AddRange(_groups.Lent());
        int[] starts = new int[_terms.Count + 1];
        foreach (Posting posting in _postings)
        {
            starts[posting.Term + 1]++;
        }

        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        int[] next = starts[..^1];
        int[] documents = new int[_postings.Count];
        Field[] fields = new Field[_postings.Count];
        foreach (Posting posting in _postings)
        {
            int place = next[posting.Term]++;
            documents[place] = posting.Document;
            fields[place] = posting.Field;
        }

        return new SearchIndex(new Vocabulary([.. _terms], _ids), [.. _products], starts, documents, fields);
    }

    private int IdOf(string text)
    {
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, text, out bool exists);
        if (!exists)
        {
            id = _terms.Count;
            _terms.Add(text);
        }

        return id;
    }
}

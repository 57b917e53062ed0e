using System.Runtime.InteropServices;

namespace WhatsCommerce.Storefronts;

/// <summary>The words of all products, which can be looked up by spelling, stem, prefix, bigrams and sound.</summary>
internal sealed class Vocabulary
{
    private readonly string[] _terms;
    private readonly Dictionary<string, int> _ids;
    private readonly Dictionary<string, List<int>> _byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byConsonants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byRoot = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int[]> _byPair;
    private readonly int[] _sorted;

    public Vocabulary(string[] terms, Dictionary<string, int> ids)
    {
        _terms = terms;
        _ids = ids;
        Dictionary<int, List<int>> pairs = [];
        for (int id = 0; id < terms.Length; id++)
        {
            string term = terms[id];
            if (term[0] == Quantity.Mark || char.IsAsciiDigit(term[0]) || Tokenizer.IsUnspaced(term[0]))
            {
                continue;
            }

            Enter(_byStem, Stems.Of(term), id);
            if (Stems.RootOf(term) is string root)
            {
                Enter(_byRoot, root, id);
            }

            if (Romanizer.SoundOf(term) is string sound)
            {
                Enter(_byConsonants, Romanizer.ConsonantsOf(sound), id);
            }

            foreach (int pair in PairsOf(term))
            {
                ref List<int>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, pair, out _);
                list ??= [];
                if (list.Count == 0 || list[^1] != id)
                {
                    list.Add(id);
                }
            }
        }

        _byPair = pairs.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToArray());
        _sorted = [.. Enumerable.Range(0, terms.Length)];
        Array.Sort(_sorted, (left, right) => string.CompareOrdinal(terms[left], terms[right]));
    }

    public int Count => _terms.Length;

    public string this[int id] => _terms[id];

    public int Find(string term) => _ids.GetValueOrDefault(term, -1);

    public IReadOnlyList<int> WithStem(string stem) => _byStem.TryGetValue(stem, out List<int>? found) ? found : [];

    /// <summary>Returns the words of a root, for languages whose plurals change the inner vowels.</summary>
    public IReadOnlyList<int> WithRoot(string root) => _byRoot.TryGetValue(root, out List<int>? found) ? found : [];

    public IReadOnlyList<int> WithConsonants(string consonants) =>
        _byConsonants.TryGetValue(consonants, out List<int>? found) ? found : [];

    /// <summary>Returns the words with a pair of letters, in ascending order.</summary>
    public ReadOnlySpan<int> WithPair(int pair) => _byPair.TryGetValue(pair, out int[]? found) ? found : [];

    /// <summary>Returns the words with a prefix, up to a maximum number.</summary>
    public IEnumerable<int> StartingWith(string start, int most)
    {
        int low = 0;
        int high = _sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (string.CompareOrdinal(_terms[_sorted[middle]], start) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        for (int i = low; i < _sorted.Length && i < low + most && _terms[_sorted[i]].StartsWith(start, StringComparison.Ordinal); i++)
        {
            yield return _sorted[i];
        }
    }

    /// <summary>Returns the bigrams of a word, including its boundaries.</summary>
    public static int[] PairsOf(string word)
    {
        int[] pairs = new int[word.Length + 1];
        char last = '\0';
        for (int i = 0; i <= word.Length; i++)
        {
            char letter = i < word.Length ? word[i] : '\u0001';
            pairs[i] = (last << 16) | letter;
            last = letter;
        }

        return pairs;
    }

    private static void Enter(Dictionary<string, List<int>> table, string key, int id)
    {
        ref List<int>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(table, key, out _);
        (list ??= new List<int>(1)).Add(id);
    }
}

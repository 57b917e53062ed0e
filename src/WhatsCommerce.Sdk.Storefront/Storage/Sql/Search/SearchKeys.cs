namespace WhatsCommerce.Storefronts;

/// <summary>
/// The lookup keys of a product's words in the database: the same forms as in the in-memory index, each with a prefix letter for its form.
/// </summary>
internal static class SearchKeys
{
    private const char Stem = 's';
    private const char Root = 'r';
    private const char Sound = 'c';

    /// <summary>The words of a product as a PostgreSQL tsvector, weighted by field.</summary>
    public static string VectorOf(IReadOnlyDictionary<string, Field> words)
    {
        Dictionary<string, Field> keys = new(StringComparer.Ordinal);
        foreach ((string word, Field field) in words)
        {
            foreach (string key in Of(word))
            {
                keys[key] = keys.TryGetValue(key, out Field other) && other > field ? other : field;
            }
        }

        return string.Join(' ', keys.Select(key => $"{Quoted(key.Key)}:1{WeightOf(key.Value)}"));
    }

    /// <summary>A PostgreSQL tsquery for the products that may match a query; null when the query has no search words.</summary>
    /// <param name="words">The words of the query.</param>
    /// <param name="similar">The words of the shop that are spelled like one of them.</param>
    /// <param name="synonyms">The synonyms of the words.</param>
    public static string? QueryOf(
        IReadOnlyList<string> words, IEnumerable<string> similar, IEnumerable<string[]> synonyms)
    {
        HashSet<string> any = new(StringComparer.Ordinal);
        for (int at = 0; at < words.Count; at++)
        {
            any.UnionWith(Of(words[at]).Select(Quoted));
            if (words[at].Length >= 3 && char.IsLetter(words[at][0]))
            {
                any.Add($"{Quoted(Stem + words[at])}:*");
            }

            if (at + 1 < words.Count)
            {
                // "tooth paste" is "toothpaste".
                any.Add(Quoted(Stem + Stems.Of(words[at] + words[at + 1])));
            }
        }

        any.UnionWith(similar.SelectMany(Of).Select(Quoted));
        any.UnionWith(synonyms.Select(static phrase => $"({string.Join(" & ", phrase.Select(word => Quoted(Stem + Stems.Of(word))))})"));
        return any.Count == 0 ? null : string.Join(" | ", any);
    }

    private static IEnumerable<string> Of(string word)
    {
        yield return Stem + Stems.Of(word);
        if (word[0] == Quantity.Mark || char.IsAsciiDigit(word[0]) || Tokenizer.IsUnspaced(word[0]))
        {
            yield break;
        }

        if (Stems.RootOf(word) is string root)
        {
            yield return Root + root;
        }

        if (Romanizer.SoundOf(word) is { Length: > 1 } sound && Romanizer.ConsonantsOf(sound) is { Length: > 0 } consonants)
        {
            yield return Sound + consonants;
        }
    }

    private static char WeightOf(Field field) => field switch
    {
        Field.TitleHead or Field.Title => 'A',
        Field.Brand or Field.Options or Field.CategoryName => 'B',
        Field.Category => 'C',
        _ => 'D',
    };

    private static string Quoted(string key)
    {
        StringBuilder quoted = new(key.Length + 2);
        quoted.Append('\'');
        foreach (char letter in key)
        {
            if (letter is '\'' or '\\')
            {
                quoted.Append(letter);
            }

            quoted.Append(char.GetUnicodeCategory(letter) == UnicodeCategory.Control ? ' ' : letter);
        }

        return quoted.Append('\'').ToString();
    }
}

namespace WhatsCommerce.Storefronts;

/// <summary>
/// What of a product's words is looked up in a database: the forms in which the index in memory finds them as well, each under a letter
/// that says which form it is.
/// </summary>
internal static class SearchKeys
{
    private const char Stem = 's';
    private const char Root = 'r';
    private const char Sound = 'c';

    /// <summary>The words of a product as PostgreSQL writes a vector, weighed by where they stand.</summary>
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

    /// <summary>The products that may have what a query asks for, as PostgreSQL writes a query; null when it asks for nothing.</summary>
    /// <param name="words">The words of the query.</param>
    /// <param name="similar">The words of the shop that are spelled like one of them.</param>
    /// <param name="synonyms">What they may stand for.</param>
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

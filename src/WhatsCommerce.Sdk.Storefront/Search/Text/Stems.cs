namespace WhatsCommerce.Storefronts;

/// <summary>
/// Stems nouns: removes endings and prefixes of number, gender and possession, by script and without a dictionary. Overstemming is
/// harmless, because query and product are stemmed alike.
/// </summary>
internal static class Stems
{
    private static readonly string[] IndonesianEndings = ["nya", "kah", "lah", "pun"];
    private static readonly string[] ArabicPrefixes = ["وال", "بال", "كال", "فال", "لل", "ال"];
    private static readonly string[] ArabicEndings = ["ات", "ين", "ون", "ان", "يه", "ها", "ه", "ي"];

    /// <summary>Returns the stem; the word itself if nothing can be removed.</summary>
    public static string Of(string word)
    {
        if (word.Length < 3)
        {
            return word;
        }

        char first = word[0];
        return first switch
        {
            >= 'a' and <= 'z' or (>= '\u00C0' and <= '\u024F') => Latin(word),
            >= '\u0600' and <= '\u06FF' => Arabic(word),
            >= '\u0900' and <= '\u0DFF' => Indic(word),
            >= '\u0370' and <= '\u052F' => WithoutVowels(word),
            _ => word,
        };
    }

    /// <summary>
    /// Returns the root that an Arabic noun shares with its broken plural, such as "كتاب" and "كتب": the letters without the long vowels.
    /// <see langword="null"/> in other scripts, and when the root would be too short to be distinctive.
    /// </summary>
    public static string? RootOf(string word)
    {
        const int Least = 3;
        if (word[0] is < '\u0600' or > '\u06FF')
        {
            return null;
        }

        string root = string.Concat(Arabic(word).Where(static letter => letter is not ('ا' or 'و' or 'ي' or 'ء')));
        return root.Length >= Least ? root : null;
    }

    private static string Latin(string word)
    {
        foreach (string ending in IndonesianEndings)
        {
            if (word.Length >= ending.Length + 4 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                word = word[..^ending.Length];
                break;
            }
        }

        string? changed = word switch
        {
            [.. var head, 'i', 'e', 's'] when head.Length >= 2 => head + "y",
            [.. var head, 'o', 'e', 's'] when head.Length >= 2 => head,
            [var only, 'a', 'e', 's'] => only + "ao",
            [.. var head, 'a', 'e', 's'] => head,
            [.. var head, 'a', 'i', 's'] when head.Length >= 2 => head + "al",
            [.. var head, 'e', 'i', 's'] when head.Length >= 2 => head + "el",
            [.. var head, 'n', 's'] when head.Length >= 3 => head + "n",
            [.. var head, 's', 'h' or 's' or 'x' or 'z', 'e', 's'] when head.Length >= 1 => word[..^2],
            [.. var head, 'c', 'h', 'e', 's'] when head.Length >= 1 => word[..^2],
            [.. var head, 'v', 'e', 's'] when head.Length >= 2 => head + "v",
            [.. var head, 'e', 's'] when head.Length >= 3 => head,
            [.. var head, 's', 's'] when head.Length >= 2 => word,
            [.. var head, 's'] when head.Length >= 2 => head,
            _ => null,
        };
        return WithoutFinalVowel(Nasal(changed ?? word));
    }

    /// <summary>Portuguese "limões", "homens" and "limão", "homem".</summary>
    private static string Nasal(string word) => word switch
    {
        [.. var head, 'a' or 'o', 'o'] when head.Length >= 2 => head,
        [.. var head, 'a' or 'o'] when head.Length >= 3 => head,
        [.. var head, 'm'] when head.Length >= 3 => head + "n",
        _ => word,
    };

    private static string WithoutFinalVowel(string word) => word switch
    {
        [.. var head, 'a' or 'e' or 'o'] when head.Length >= 3 => head,
        [.. var head, 'y'] when head.Length >= 3 => head + "i",
        _ => word,
    };

    private static string Arabic(string word)
    {
        foreach (string prefix in ArabicPrefixes)
        {
            if (word.Length >= prefix.Length + 2 && word.StartsWith(prefix, StringComparison.Ordinal))
            {
                word = word[prefix.Length..];
                break;
            }
        }

        foreach (string ending in ArabicEndings)
        {
            if (word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    /// <summary>Cuts the vowel signs and nasal marks at the end, which is where Hindi and its neighbors decline.</summary>
    private static string Indic(string word)
    {
        string cut = word;
        while (cut.Length > 2 && IsIndicEnding(cut[^1]))
        {
            cut = cut[..^1];
        }

        // Words in -i take -iyan.
        return cut.Length > 3 && cut.EndsWith("\u093F\u092F", StringComparison.Ordinal) ? cut[..^2] : cut;
    }

    private static bool IsIndicEnding(char letter) =>
        (letter & 0x7F) is (>= 0x3E and <= 0x4C) or 0x01 or 0x02 || letter is '\u0906' or '\u0907' or '\u0908' or '\u090F' or '\u0913';

    /// <summary>Russian, Ukrainian and Greek decline by the vowels at the end.</summary>
    private static string WithoutVowels(string word)
    {
        int length = word.Length;
        while (length > 3 && "аеиоуыэюяьйіїєαεηιουως".Contains(word[length - 1], StringComparison.Ordinal))
        {
            length--;
        }

        return word[..length];
    }
}

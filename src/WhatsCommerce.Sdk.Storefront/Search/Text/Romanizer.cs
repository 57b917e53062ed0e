namespace WhatsCommerce.Storefronts;

/// <summary>
/// Transliterates words of Indic, Arabic, Cyrillic and Greek script to Latin letters by their sound, and normalizes the result and Latin
/// spellings to one form: "chaawal", "chawal" and चावल all become "caval".
/// </summary>
internal static class Romanizer
{
    // Spelled as people type it: a single c would be read as k or s.
    // The Indic blocks of Unicode stand parallel, 0x80 apart: one table, from 0x05 (a) to 0x39 (ha).
    private static readonly string[] IndicLetters =
    [
        "a", "a", "i", "i", "u", "u", "r", "l", "e", "e", "e", "e", "o", "o", "o", "o",
        "k", "k", "g", "g", "n", "ch", "ch", "j", "j", "n", "t", "t", "d", "d", "n", "t", "t", "d", "d", "n", "n",
        "p", "p", "b", "b", "m", "y", "r", "r", "l", "l", "l", "v", "s", "s", "s", "h",
    ];

    private static readonly string[] IndicSigns = ["a", "i", "i", "u", "u", "ri", "ri", "e", "e", "e", "e", "o", "o", "o", "o"];

    private const string CyrillicLetters = "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ";
    private static readonly string[] CyrillicSounds =
    [
        "a", "b", "v", "g", "d", "e", "j", "s", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "ts", "ch", "s", "s",
        "", "i", "", "e", "iu", "ia", "i", "i", "e", "g",
    ];

    private const string GreekLetters = "αβγδεζηθικλμνξοπρστυφχψωσ";
    private static readonly string[] GreekSounds =
    [
        "a", "v", "g", "d", "e", "s", "i", "t", "i", "k", "l", "m", "n", "ks", "o", "p", "r", "s", "t", "i", "f", "h", "ps", "o", "s",
    ];

    private const string ArabicLetters = "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگء";
    private static readonly string[] ArabicSounds =
    [
        "a", "b", "t", "t", "j", "h", "k", "d", "j", "r", "j", "s", "s", "s", "d", "t", "s", "a", "g", "f", "k", "k", "l", "m", "n", "h",
        "u", "i", "p", "ch", "j", "g", "",
    ];

    /// <summary>Determines whether a folded word is in a script that is also typed in Latin letters.</summary>
    public static bool IsForeign(string word) =>
        word[0] is (>= '\u0900' and <= '\u0DFF') or (>= '\u0370' and <= '\u052F') or (>= '\u0620' and <= '\u06FF');

    /// <summary>Returns the sound of a word; null where its script is not known.</summary>
    public static string? SoundOf(string word)
    {
        string? latin = word[0] switch
        {
            >= 'a' and <= 'z' => word,
            >= '\u0900' and <= '\u0DFF' => Indic(word),
            >= '\u0620' and <= '\u06FF' => ByLetter(word, ArabicLetters, ArabicSounds),
            >= '\u0370' and <= '\u03FF' => ByLetter(word, GreekLetters, GreekSounds),
            >= '\u0400' and <= '\u052F' => ByLetter(word, CyrillicLetters, CyrillicSounds),
            _ => null,
        };
        return latin is null ? null : Simplified(latin);
    }

    /// <summary>Returns the consonants of a sound, which are what spellings agree in, those that are confused as one.</summary>
    public static string ConsonantsOf(string sound)
    {
        StringBuilder consonants = new(sound.Length);
        foreach (char letter in sound)
        {
            char one = letter switch
            {
                'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' => '\0',
                'd' => 'r',
                'm' => 'n',
                'j' => 's',
                'v' => 'b',
                _ => letter,
            };
            if (one != '\0')
            {
                consonants.Append(one);
            }
        }

        return consonants.ToString();
    }

    private static string Indic(string word)
    {
        StringBuilder latin = new(word.Length * 2);
        for (int i = 0; i < word.Length; i++)
        {
            int code = word[i] & 0x7F;
            if (code is >= 0x15 and <= 0x39)
            {
                latin.Append(IndicLetters[code - 5]);

                // A consonant speaks an "a" unless a sign follows; at the end of a word it is silent.
                int next = i + 1 < word.Length ? word[i + 1] & 0x7F : 0x4D;
                if (next is not ((>= 0x3E and <= 0x4C) or 0x4D))
                {
                    latin.Append('a');
                }
            }
            else if (code is >= 0x05 and <= 0x14)
            {
                latin.Append(IndicLetters[code - 5]);
            }
            else if (code is >= 0x3E and <= 0x4C)
            {
                latin.Append(IndicSigns[code - 0x3E]);
            }
            else if (code is 0x01 or 0x02 && i + 1 < word.Length)
            {
                // In Latin spelling, the nasal is a separate letter only before a stop.
                int next = word[i + 1] & 0x7F;
                latin.Append(next is >= 0x2A and <= 0x2E ? "m" : next is >= 0x15 and <= 0x29 ? "n" : string.Empty);
            }
        }

        return latin.ToString();
    }

    private static string ByLetter(string word, string letters, string[] sounds)
    {
        StringBuilder latin = new(word.Length + 4);
        foreach (char letter in word)
        {
            int at = letters.IndexOf(letter, StringComparison.Ordinal);
            latin.Append(at < 0 ? string.Empty : sounds[at]);
        }

        return latin.ToString();
    }

    /// <summary>Aspirated letters lose their h, long vowels and doubled letters become one.</summary>
    private static string Simplified(string latin)
    {
        StringBuilder simple = new(latin.Length);
        for (int i = 0; i < latin.Length; i++)
        {
            char letter = latin[i];
            char last = simple.Length > 0 ? simple[^1] : '\0';
            char sound = SoundAt(latin, i);
            bool isAspiration = letter == 'h' && last is ('c' or 'k' or 'g' or 't' or 'd' or 'b' or 'j' or 's' or 'f' or 'p');
            if (!isAspiration && !IsSecondOfLongVowel(latin, i) && sound != last)
            {
                simple.Append(sound);
            }

            if (letter == 'x')
            {
                simple.Append('s');
            }
        }

        return simple.ToString();
    }

    private static char SoundAt(string latin, int at)
    {
        char next = at + 1 < latin.Length ? latin[at + 1] : '\0';
        return latin[at] switch
        {
            'e' when next == 'e' => 'i',
            'o' when next is 'o' or 'u' => 'u',
            'w' => 'v',
            'z' => 'j',
            'q' or 'x' => 'k',
            'c' when next is 'e' or 'i' => 's',
            'c' when next is '\0' or 'k' or 'a' or 'o' or 'u' or 'l' or 'r' => 'k',
            'p' when next == 'h' => 'f',
            char letter => letter,
        };
    }

    private static bool IsSecondOfLongVowel(string latin, int at) =>
        at > 0 && ((latin[at - 1] == 'e' && latin[at] == 'e') || (latin[at - 1] == 'o' && latin[at] is 'o' or 'u'));
}

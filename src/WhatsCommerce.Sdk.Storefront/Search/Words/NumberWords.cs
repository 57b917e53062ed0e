namespace WhatsCommerce.Storefronts;

/// <summary>Reads numbers that are written in words: "fifty", "dua puluh lima", "do sau", "خمسة وعشرين".</summary>
internal static class NumberWords
{
    private const int Most = 6;
    private const char And = 'و';

    private static readonly Phrases<(decimal Value, bool Multiplies)> Words = Load();

    // Between the parts of a number.
    private static readonly HashSet<string> Joints = new(StringComparer.Ordinal) { "and", "y", "e", "و" };

    /// <summary>Reads a number that begins at a token; thousands and more are left to the words behind it.</summary>
    public static bool TryRead(IReadOnlyList<Token> tokens, int at, out decimal value, out int end)
    {
        decimal hundreds = 0;
        decimal rest = 0;
        end = at;
        for (int parts = 0; parts < Most; parts++)
        {
            bool isJoined = parts > 0 && end + 1 < tokens.Count && Joints.Contains(tokens[end].Text);
            int from = end + (isJoined ? 1 : 0);
            if (TryPart(tokens, from, out decimal part, out bool multiplies, out int length)
                && Add(part, multiplies, tokens[from].Text[0] == And || (isJoined && tokens[end].Text[0] == And), ref hundreds, ref rest))
            {
                end = from + length;
            }
            else if (from < tokens.Count && tokens[from].Text is "belas" && rest is > 0 and < 10)
            {
                // Indonesian: "lima belas" is fifteen.
                rest += 10;
                end = from + 1;
            }
            else
            {
                break;
            }
        }

        value = hundreds + rest;
        return value > 0;
    }

    /// <summary>Adds a part if it continues the number: "two hundred and fifty", but not "between twenty and fifty".</summary>
    private static bool Add(decimal part, bool multiplies, bool isArabicAnd, ref decimal hundreds, ref decimal rest)
    {
        switch (multiplies, part)
        {
            case (true, 100) when hundreds == 0:
                (hundreds, rest) = (rest == 0 ? 100 : rest * 100, 0);
                return true;
            case (true, _) when rest is > 1 and < 10 && part == 10:
                rest *= part;
                return true;
            case (false, >= 100) when hundreds == 0 && rest == 0:
                hundreds = part;
                return true;
            case (false, < 100) when rest == 0:
            case (false, < 10) when rest >= 20 && rest % 10 == 0:
            case (false, >= 20 and < 100) when isArabicAnd && rest < 10:
                rest += part;
                return true;
            default:
                return false;
        }
    }

    private static bool TryPart(IReadOnlyList<Token> tokens, int at, out decimal value, out bool multiplies, out int length)
    {
        (value, multiplies, length) = (0, false, 0);
        if (at >= tokens.Count || tokens[at].IsNumber)
        {
            return false;
        }

        if (Words.TryMatch(tokens, at, out length, out (decimal Value, bool Multiplies) found))
        {
            (value, multiplies) = found;
            return true;
        }

        // Arabic writes "and" as the first letter of the word.
        if (tokens[at].Text is [And, .. { Length: > 1 } rest]
            && Words.TryMatch([tokens[at] with { Text = rest }], 0, out length, out found))
        {
            (value, multiplies) = found;
            return true;
        }

        return false;
    }

    private static Phrases<(decimal Value, bool Multiplies)> Load()
    {
        Phrases<(decimal Value, bool Multiplies)> words = new();
        foreach (string line in WordFile.Lines("numbers.txt"))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            bool multiplies = line[0] == 'x';
            decimal value = decimal.Parse(line.AsSpan((multiplies ? 1 : 0)..colon), CultureInfo.InvariantCulture);
            foreach (string entry in WordFile.Entries(line[(colon + 1)..]))
            {
                words.Add(entry, (value, multiplies));
            }
        }

        return words;
    }
}

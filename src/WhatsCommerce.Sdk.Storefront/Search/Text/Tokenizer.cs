namespace WhatsCommerce.Storefronts;

/// <summary>Splits a text into words and numbers: at whitespace and punctuation, and between letters and digits.</summary>
internal static class Tokenizer
{
    private const int LongestWord = 40;
    private const int MostDigits = 12;

    public static List<Token> Read(string text, int most)
    {
        string folded = Folding.Fold(text);
        List<Token> tokens = [];
        int at = 0;
        bool isAfterBreak = false;
        while (at < folded.Length && tokens.Count < most)
        {
            int start = at;
            char first = folded[at];
            bool isGlued = start > 0 && (IsLetter(folded[start - 1]) || char.IsAsciiDigit(folded[start - 1]));
            if (char.IsAsciiDigit(first))
            {
                at = EndOfNumber(folded, at);
                AddNumber(tokens, folded[start..at], isGlued, isAfterBreak);
            }
            else if (IsLetter(first))
            {
                at = EndOfWord(folded, at);
                AddWord(tokens, folded[start..at], isGlued, isAfterBreak);
            }
            else
            {
                at += IsPossessive(folded, at) ? 2 : 1;
                if (char.GetUnicodeCategory(first) == UnicodeCategory.CurrencySymbol)
                {
                    tokens.Add(new Token(first.ToString(), false, 0, false, isAfterBreak));
                }
                else
                {
                    isAfterBreak |= IsBreak(folded, start);
                    continue;
                }
            }

            isAfterBreak = false;
        }

        return tokens;
    }

    /// <summary>Whether a letter belongs to a script without spaces between words, whose words are compared by bigrams.</summary>
    public static bool IsUnspaced(char letter) => letter is
        (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    private static bool IsLetter(char letter) => letter < 0x80
        ? char.IsAsciiLetter(letter)
        : char.IsLetter(letter)
            || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsBreak(string text, int at) =>
        text[at] is ',' or ';' or '\n' or '&' or '+' or '|' or '،' or '؛' or '।' or '、'
        || (text[at] == '.' && (at + 1 == text.Length || text[at + 1] == ' '));

    private static bool IsPossessive(string text, int at) =>
        text[at] == '\'' && at + 1 < text.Length && text[at + 1] == 's' && (at + 2 == text.Length || !IsLetter(text[at + 2]));

    private static int EndOfNumber(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at])
            || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static int EndOfWord(string text, int at)
    {
        bool isUnspaced = IsUnspaced(text[at]);
        while (at < text.Length && IsLetter(text[at]) && IsUnspaced(text[at]) == isUnspaced)
        {
            at++;
        }

        return at;
    }

    private static void AddNumber(List<Token> tokens, string text, bool isGlued, bool isAfterBreak)
    {
        if (text.Length <= MostDigits && TryValue(text, out decimal value))
        {
            tokens.Add(new Token(value.ToString("0.####", CultureInfo.InvariantCulture), true, value, isGlued, isAfterBreak));
        }
        else
        {
            // A barcode, a phone number, a date: compared as it is written.
            tokens.Add(new Token(text.Length > LongestWord ? text[..LongestWord] : text, false, 0, isGlued, isAfterBreak));
        }
    }

    /// <summary>Reads "1,5", "1.5", "1.000" and "1,000.50": a sign before three digits groups thousands.</summary>
    private static bool TryValue(string text, out decimal value)
    {
        int last = text.LastIndexOfAny(['.', ',']);
        string plain = text;
        if (last >= 0)
        {
            bool groups = text.Length - last - 1 == 3 && text[0] != '0'
                && (last <= 3 || text.AsSpan(0, last).IndexOfAny('.', ',') >= 0);
            string whole = text[..last].Replace(".", null, StringComparison.Ordinal).Replace(",", null, StringComparison.Ordinal);
            plain = whole + (groups ? string.Empty : ".") + text[(last + 1)..];
        }

        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static void AddWord(List<Token> tokens, string word, bool isGlued, bool isAfterBreak)
    {
        if (!IsUnspaced(word[0]))
        {
            tokens.Add(new Token(word.Length > LongestWord ? word[..LongestWord] : word, false, 0, isGlued, isAfterBreak));
            return;
        }

        if (word.Length == 1)
        {
            tokens.Add(new Token(word, false, 0, isGlued, isAfterBreak));
        }

        for (int i = 0; i + 1 < word.Length && i < LongestWord; i++)
        {
            tokens.Add(new Token(word.Substring(i, 2), false, 0, i > 0, isAfterBreak && i == 0));
        }
    }
}

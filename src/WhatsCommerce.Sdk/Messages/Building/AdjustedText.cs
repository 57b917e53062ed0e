namespace WhatsCommerce.Messages;

/// <summary>Adjusts texts that Meta would reject.</summary>
internal static class AdjustedText
{
    private const string Ellipsis = "\u2026";
    private const int MostBlanks = 4;

    /// <summary>
    /// Replaces each run of whitespace that contains a line break or a tab, or is longer than Meta accepts, by one space, and trims the
    /// text.
    /// </summary>
    /// <returns>The text; the same instance when unchanged.</returns>
    public static string Flatten(string text)
    {
        StringBuilder? flat = null;
        int kept = 0;
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            while (i < text.Length && IsBlank(text[i]))
            {
                i++;
            }

            if (i == start)
            {
                i++;
                continue;
            }

            ReadOnlySpan<char> run = text.AsSpan(start, i - start);
            if (run.Length > MostBlanks || run.ContainsAnyExcept(' '))
            {
                flat ??= new StringBuilder(text.Length);
                flat.Append(text, kept, start - kept);
                if (start > 0 && i < text.Length)
                {
                    flat.Append(' ');
                }

                kept = i;
            }
        }

        return flat is null ? text : flat.Append(text, kept, text.Length - kept).ToString();
    }

    /// <summary>Truncates a text that is too long between two grapheme clusters, with an ellipsis at the end.</summary>
    /// <returns>The text; the same instance when it fits, or when it cannot be truncated.</returns>
    public static string Shorten(string text, int limit)
    {
        if (Scalars.FindHalf(text, out int length) >= 0 || length <= limit)
        {
            return text;
        }

        int end = 0;
        for (int scalars = 0; ;)
        {
            int next = StringInfo.GetNextTextElementLength(text, end);
            Scalars.FindHalf(text.AsSpan(end, next), out int more);
            if (scalars + more > limit - 1)
            {
                break;
            }

            scalars += more;
            end += next;
        }

        return text[..end].TrimEnd() + Ellipsis;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\v' or '\f' or '\r' or '\u0085' or '\u2028' or '\u2029';
}

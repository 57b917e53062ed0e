namespace WhatsCommerce.Templates;

/// <summary>Finds text that Meta allows only in bodies, not in headers, footers and labels: line breaks, emoji and formatting.</summary>
internal static class OneLineText
{
    private const string Monospace = "```";
    private const int EmojiPresentation = 0xFE0F;
    private const int Keycap = 0x20E3;

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n\v\f\u0085\u2028\u2029");

    // Code points below U+1F000 that are drawn as emoji by themselves; others, such as the trade mark sign, only before U+FE0F.
    // Source: Unicode, emoji-data.txt, Emoji_Presentation.
    private static readonly (int First, int Last)[] Emoji =
    [
        (0x231A, 0x231B), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3), (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2648, 0x2653),
        (0x267F, 0x267F), (0x2693, 0x2693), (0x26A1, 0x26A1), (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE),
        (0x26D4, 0x26D4), (0x26EA, 0x26EA), (0x26F2, 0x26F3), (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705),
        (0x270A, 0x270B), (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797),
        (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55),

        // Playing cards to symbols for legacy computing: whole blocks of pictographs, without the enclosed letters, which are not.
        (0x1F004, 0x1F004), (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A), (0x1F1E6, 0x1F202), (0x1F21A, 0x1F21A),
        (0x1F22F, 0x1F22F), (0x1F232, 0x1F23A), (0x1F250, 0x1F251), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F7E0, 0x1F7EB),
        (0x1F7F0, 0x1F7F0), (0x1F90C, 0x1FAFF),
    ];

    /// <summary>Describes the text that is not allowed; <see langword="null"/> when there is none.</summary>
    /// <param name="text">The text; its variables do not count as formatting.</param>
    /// <param name="takesNoAsterisk">Whether a single asterisk is rejected too, as in headers.</param>
    public static string? FindUnwanted(string text, bool takesNoAsterisk = false)
    {
        string words = WithoutVariables(text);
        if (words.AsSpan().ContainsAny(LineBreaks))
        {
            return "a line break";
        }

        if (FirstEmoji(words) is Rune emoji)
        {
            return $"an emoji ({emoji})";
        }

        return FindFormatting(words) ?? (takesNoAsterisk && words.Contains('*', StringComparison.Ordinal) ? "an asterisk (*)" : null);
    }

    // The name of a variable may have underscores.
    private static string WithoutVariables(string text)
    {
        foreach (string variable in TemplateVariables.Of(text))
        {
            text = text.Replace($"{TemplateVariables.Open}{variable}{TemplateVariables.Close}", "x", StringComparison.Ordinal);
        }

        return text;
    }

    private static Rune? FirstEmoji(string text)
    {
        Rune previous = default;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is EmojiPresentation or Keycap)
            {
                return previous;
            }

            if (Array.Exists(Emoji, range => rune.Value >= range.First && rune.Value <= range.Last))
            {
                return rune;
            }

            previous = rune;
        }

        return null;
    }

    // As WhatsApp parses it: a formatting character at the beginning of a word, and the same at the end of one.
    private static string? FindFormatting(string text)
    {
        if (text.Contains(Monospace, StringComparison.Ordinal))
        {
            return $"formatting ({Monospace})";
        }

        foreach (char sign in "*_~`")
        {
            for (int open = text.IndexOf(sign, StringComparison.Ordinal); open >= 0; open = text.IndexOf(sign, open + 1))
            {
                if (Opens(text, open) && Closes(text, sign, open))
                {
                    return $"formatting ({sign}...{sign})";
                }
            }
        }

        return null;
    }

    private static bool Opens(string text, int at) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            && at + 1 < text.Length
            && !char.IsWhiteSpace(text[at + 1])
            && text[at + 1] != text[at];

    private static bool Closes(string text, char sign, int open)
    {
        for (int close = text.IndexOf(sign, open + 2); close >= 0; close = text.IndexOf(sign, close + 1))
        {
            if (!char.IsWhiteSpace(text[close - 1]) && (close + 1 == text.Length || !char.IsLetterOrDigit(text[close + 1])))
            {
                return true;
            }
        }

        return false;
    }
}

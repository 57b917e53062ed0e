namespace WhatsCommerce.Storefronts;

/// <summary>
/// Normalizes words for comparison: lower case, without accents that are often omitted, with interchangeable Arabic letters unified and
/// digits of every script as 0 to 9.
/// </summary>
internal static class Folding
{
    private const char Virama = '\u094D';

    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        // Lone surrogates cannot be normalized, and texts from a network may contain some.
        string whole = IsWellFormed(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        string apart = whole.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormD);
        StringBuilder folded = new(apart.Length);
        for (int i = 0; i < apart.Length; i++)
        {
            Append(folded, apart, i);
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    private static void Append(StringBuilder folded, string text, int at)
    {
        char letter = text[at];
        if (letter < 0x80)
        {
            folded.Append(letter);
            return;
        }

        if (IsLeftOut(letter))
        {
            return;
        }

        if (IsNasalBeforeStop(text, at))
        {
            folded.Append('\u0902');
            return;
        }

        if (at > 1 && letter == Virama && IsNasalBeforeStop(text, at - 1))
        {
            return;
        }

        if (letter > 0x65F && char.IsDigit(letter))
        {
            folded.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)));
            return;
        }

        string? other = Other(letter);
        if (other is null)
        {
            folded.Append(letter);
        }
        else
        {
            folded.Append(other);
        }
    }

    /// <summary>Marks that writers often omit; the vowel signs of Indic scripts and Thai are not among them.</summary>
    private static bool IsLeftOut(char letter) => letter is
        (>= '\u0300' and <= '\u036F') // Latin, Greek, Cyrillic
        or (>= '\u0591' and <= '\u05C7') // Hebrew points
        or (>= '\u064B' and <= '\u065F') or '\u0670' or '\u0640' // Arabic vowel signs, hamza above and below, tatweel
        or '\u093C' or '\u09BC' or '\u0A3C' or '\u0ABC' // nukta
        or '\u0945' // candra e
        or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u00AD';

    private static bool IsNasalBeforeStop(string text, int at) =>
        text[at] is '\u0919' or '\u091E' or '\u0923' or '\u0928' or '\u092E'
        && at + 2 < text.Length
        && text[at + 1] == Virama
        && text[at + 2] is >= '\u0915' and <= '\u092D' and not '\u0919' and not '\u091E' and not '\u0923' and not '\u0928';

    private static string? Other(char letter) => letter switch
    {
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'ı' => "i",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        '\u2044' => "/",
        '’' or '‘' or 'ʼ' or '`' => "'",
        '–' or '—' or '‐' or '‑' or '−' => "-",
        '٫' => ".",
        '٬' => ",",
        >= '\u0660' and <= '\u0669' => ((char)(letter - '\u0660' + '0')).ToString(),
        'أ' or 'إ' or 'آ' or 'ٱ' => "ا",
        'ى' or 'ی' or 'ئ' => "ي",
        'ة' => "ه",
        'ؤ' => "و",
        'ک' => "ك",
        'ς' => "σ",
        '\u0901' => "\u0902",
        '\u0949' => "\u094B",
        '\u0911' => "\u0913",
        _ => null,
    };
}

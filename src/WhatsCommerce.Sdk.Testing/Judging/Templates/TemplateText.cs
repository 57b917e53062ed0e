using System.Text.RegularExpressions;

namespace WhatsCommerce.Testing.Judging.Templates;

/// <summary>The variables in the texts of a template: <c>{{1}}</c> by number, <c>{{code}}</c> by name.</summary>
internal static partial class TemplateText
{
    // Characters below U+1F000 that phones show as emoji by default; Unicode, emoji-data.txt.
    private const string OldEmoji =
        "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕";

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\u0085\u2028\u2029\v\f");

    /// <summary>The variables in order, without duplicates.</summary>
    public static IReadOnlyList<string> Variables(string text)
    {
        List<string> variables = [];
        for (int start = text.IndexOf("{{", StringComparison.Ordinal);
            start >= 0;
            start = text.IndexOf("{{", start + 2, StringComparison.Ordinal))
        {
            int end = text.IndexOf("}}", start, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            string name = text[(start + 2)..end].Trim();
            if (name.Length > 0 && !variables.Contains(name))
            {
                variables.Add(name);
            }
        }

        return variables;
    }

    /// <summary>The text with a value in place of each variable.</summary>
    public static string Filled(string text, Func<string, string> valueOf) =>
        Variable().Replace(text, match => valueOf(match.ValueSpan[2..^2].Trim().ToString()));

    /// <summary>Whether numbered variables run from 1 without a gap; always true for named ones.</summary>
    public static bool AreInOrder(IReadOnlyList<string> variables)
    {
        int[] numbers = [.. variables
            .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0)
            .Where(number => number > 0)
            .Order()];
        return numbers.Select((number, index) => number == index + 1).All(fits => fits);
    }

    /// <summary>Whether a text begins or ends with a variable.</summary>
    public static bool TouchesAnEdge(string text) =>
        text.AsSpan().Trim() is var trimmed && (
            trimmed.StartsWith("{{", StringComparison.Ordinal) || trimmed.EndsWith("}}", StringComparison.Ordinal));

    /// <summary>
    /// The invalid content of headers, footers and labels, with Meta's name for it; <see langword="null"/> for a plain text.
    /// </summary>
    public static string? Unwanted(string text)
    {
        string words = Variable().Replace(text, "0");
        return words.AsSpan().ContainsAny(LineBreaks) ? "new lines"
            : words.EnumerateRunes().Any(IsEmoji) ? "emojis"
            : Formatting().IsMatch(words) ? "formatting characters"
            : null;
    }

    // The emoji blocks, the variation selector that turns an older character into an emoji, and the keycap.
    private static bool IsEmoji(Rune rune) => rune.Value is 0xFE0F or 0x20E3 or 0x1F004 or 0x1F0CF or 0x1F18E
        or (>= 0x1F191 and <= 0x1F19A) or (>= 0x1F1E6 and <= 0x1F1FF) or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F680 and <= 0x1F6FF)
        or (>= 0x1F7E0 and <= 0x1F7F0) or (>= 0x1F90C and <= 0x1FAFF)
        || (rune.IsBmp && OldEmoji.Contains((char)rune.Value, StringComparison.Ordinal));

    [GeneratedRegex(@"\{\{[^{}]*\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    // The same character before and after a text: bold, italic, strikethrough, code.
    [GeneratedRegex(
        @"```|(^|[^\p{L}\p{N}])(\*[^\s*]([^*]*[^\s*])?\*|_[^\s_]([^_]*[^\s_])?_"
            + @"|~[^\s~]([^~]*[^\s~])?~|`[^\s`]([^`]*[^\s`])?`)($|[^\p{L}\p{N}])",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Formatting();
}

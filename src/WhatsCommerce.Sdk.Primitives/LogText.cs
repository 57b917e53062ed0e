using System.Text;

namespace WhatsCommerce;

/// <summary>What a log may show of a text that comes from outside: the one place that knows what customers can be told by.</summary>
/// <remarks><see cref="object.ToString"/> of everything in this SDK that holds such a text uses it already.</remarks>
public static class LogText
{
    private const int EndingOfAnId = 12;
    private const int LongestQuote = 300;

    // Subcodes have 7 digits, Meta's own ids 15 and more.
    private const int FewestDigits = 8;
    private const int MostDigits = 14;

    private static readonly string[] TellingIds = ["wamid.", "wacid."];

    /// <summary>The end of an id, which is enough to find it. The beginning of a message's or a call's id is the customer's number, coded in base64.</summary>
    /// <param name="id">The id; short ones stay whole.</param>
    public static string Id(string? id) => id is null ? "" : id.Length > 2 * EndingOfAnId ? $"...{id.AsSpan(id.Length - EndingOfAnId)}" : id;

    /// <summary>The beginning of a text on one line: whatever may be a phone number or an id that holds one is hidden but for its end.</summary>
    /// <param name="text">The text, such as the sentence of an error, which may quote what a customer wrote.</param>
    /// <param name="maxLength">After how many characters it is cut.</param>
    public static string Quote(string? text, int maxLength = LongestQuote)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        ReadOnlySpan<char> rest = text;
        StringBuilder shown = new(Math.Min(rest.Length, maxLength));

        // Cut at the end, so that no half of a number is left unrecognised.
        while (!rest.IsEmpty && shown.Length <= maxLength)
        {
            int length = shown is [.., char before] && IsOfAWord(before) ? 0 : Hide(rest, shown);
            if (length == 0)
            {
                length = 1;
                shown.Append(char.IsControl(rest[0]) ? ' ' : rest[0]);
            }

            rest = rest[length..];
        }

        if (rest.IsEmpty && shown.Length <= maxLength)
        {
            return shown.ToString();
        }

        bool halvesAPair = maxLength > 0 && char.IsHighSurrogate(shown[maxLength - 1]);
        return $"{shown.ToString(0, halvesAPair ? maxLength - 1 : maxLength)}...";
    }

    // How much of the text, from its beginning on, was hidden.
    private static int Hide(ReadOnlySpan<char> text, StringBuilder shown)
    {
        foreach (string telling in TellingIds)
        {
            if (text.StartsWith(telling, StringComparison.OrdinalIgnoreCase))
            {
                int length = LengthOf(text, static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '/' or '=');
                shown.Append(Id(text[..length].ToString()));
                return length;
            }
        }

        if (text[0] == '+')
        {
            int length = 1 + LengthOf(text[1..], static c => char.IsAsciiDigit(c) || c is ' ' or '(' or ')' or '-' or '.');
            string digits = string.Concat(text[..length].ToString().Where(char.IsAsciiDigit));
            if (digits.Length < FewestDigits)
            {
                return 0;
            }

            shown.Append(PhoneNumber.Mask(digits));
            return text[..length].TrimEnd(" .()-").Length;
        }

        int run = LengthOf(text, char.IsAsciiDigit);
        if (run is < FewestDigits or > MostDigits || (run < text.Length && IsOfAWord(text[run])))
        {
            shown.Append(text[..run]);
            return run;
        }

        shown.Append(PhoneNumber.Mask(text[..run].ToString()));
        return run;
    }

    private static bool IsOfAWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static int LengthOf(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        int length = 0;
        while (length < text.Length && belongs(text[length]))
        {
            length++;
        }

        return length;
    }
}

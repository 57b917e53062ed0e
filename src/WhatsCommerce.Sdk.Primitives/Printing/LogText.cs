using System.Text;

namespace WhatsCommerce;

/// <summary>Shortens and masks text from outside for logs. The only place with the rules of what identifies a customer.</summary>
/// <remarks>The <see cref="object.ToString"/> methods of this SDK's types that contain such text use it already.</remarks>
public static class LogText
{
    private const int EndingOfAnId = 12;
    private const int LongestQuote = 300;

    // Error subcodes have 7 digits, Meta's own ids 15 and more.
    private const int FewestDigits = 8;
    private const int MostDigits = 14;

    private static readonly string[] TellingIds = ["wamid.", "wacid."];

    /// <summary>
    /// Returns the end of an id, which is enough to find it. The beginning of a message's or a call's id is the customer's phone number, in
    /// base64.
    /// </summary>
    /// <param name="id">The id; a short one is returned whole.</param>
    public static string Id(string? id) =>
        id is null ? "" : id.Length > 2 * EndingOfAnId ? $"...{id.AsSpan(id.Length - EndingOfAnId)}" : id;

    /// <summary>
    /// Returns the beginning of a text on one line, with possible phone numbers, and ids that contain one, masked except for their end.
    /// </summary>
    /// <param name="text">The text, such as an error message, which may quote what a customer wrote.</param>
    /// <param name="maxLength">The most characters to return.</param>
    public static string Quote(string? text, int maxLength = LongestQuote)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        ReadOnlySpan<char> rest = text;
        StringBuilder shown = new(Math.Min(rest.Length, maxLength));

        // Truncated after masking, so that no cut-off half of a number goes unrecognized.
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

    // Returns how much of the text, from its beginning, was masked.
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

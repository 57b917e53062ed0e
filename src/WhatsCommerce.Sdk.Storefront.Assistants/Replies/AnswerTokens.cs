using System.Text.RegularExpressions;

namespace WhatsCommerce.Storefronts;

/// <summary>The words and numbers of an answer, tokenized like search queries.</summary>
internal static partial class AnswerTokens
{
    private const int Most = 5_000;
    private const char ArabicPoint = '\u066B';
    private const char ArabicComma = '\u066C';

    public static List<Token> Read(string text) => Tokenizer.Read(Folded(text), Most);

    /// <summary>
    /// The text normalized for comparison: digits of every script as 0 to 9, numbers without spaces as thousands separators.
    /// </summary>
    public static string Folded(string text) => GroupBlank().Replace(
        Folding.Fold(text.Replace(ArabicPoint, '.').Replace(ArabicComma, ',')), "${digits}");

    [GeneratedRegex(@"(?<![\d.,])(?<digits>\d{1,3})[ '’](?=\d{3}(?!\d))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex GroupBlank();
}

using System.Collections.Frozen;

namespace WhatsCommerce.Storefronts;

/// <summary>What the name of a language says about its texts.</summary>
internal static class TextLanguage
{
    // Of BCP 47: languages have two or three letters, what follows them at most eight letters and digits.
    private const int LongestLanguage = 3;
    private const int LongestSubtag = 8;

    private static readonly FrozenSet<string> FromRightToLeft = FrozenSet.Create(StringComparer.Ordinal, "ar", "he", "fa", "ur");

    /// <summary>A language as texts are found by it: <c>pt-br</c> of <c>pt-BR</c> and of <c>pt_BR</c>.</summary>
    public static string Normal(string language) => language.ToLowerInvariant().Replace('_', '-');

    /// <summary>Why a text cannot name a language; null when it can.</summary>
    /// <param name="where">Where it was set, which begins the message.</param>
    /// <param name="language">The text.</param>
    public static string? Problem(string where, string? language)
    {
        string[] parts = Normal(language ?? "").Split('-');
        bool isTag = parts[0].Length is 2 or LongestLanguage && parts[0].All(char.IsAsciiLetterLower)
            && parts[1..].All(static part => part.Length is > 0 and <= LongestSubtag && part.All(char.IsAsciiLetterOrDigit));
        return isTag ? null : $"{where}: \"{language}\" is no language. Write its code (BCP 47), such as en, pt or pt-BR.";
    }

    /// <summary>Whether a language, such as <c>ar</c> or <c>ar-eg</c>, runs from right to left.</summary>
    public static bool IsFromRightToLeft(string language) => FromRightToLeft.Contains(WithoutRegion(language));

    /// <summary>The text in a language, such as <c>pt-BR</c>, or in the language without its region; null when there is none.</summary>
    /// <param name="translations">The texts by language.</param>
    /// <param name="language">The language.</param>
    public static string? Find(IDictionary<string, string> translations, string language) =>
        translations.TryGetValue(language, out string? text) || translations.TryGetValue(WithoutRegion(language), out text) ? text : null;

    /// <summary>The language without its region: <c>pt</c> of <c>pt-br</c> and of <c>pt_br</c>.</summary>
    public static string WithoutRegion(string language)
    {
        int dash = language.IndexOfAny(['-', '_']);
        return dash > 0 ? language[..dash] : language;
    }
}

namespace WhatsCommerce.Storefronts;

/// <summary>Properties of a language by its tag.</summary>
internal static class TextLanguage
{
    // BCP 47: a language has two or three letters, a subtag after it at most eight letters and digits.
    private const int LongestLanguage = 3;
    private const int LongestSubtag = 8;

    private static readonly FrozenSet<string> FromRightToLeft = FrozenSet.Create(StringComparer.Ordinal, "ar", "he", "fa", "ur");

    /// <summary>The normalized language by which texts are looked up: <c>pt-br</c> for <c>pt-BR</c> and <c>pt_BR</c>.</summary>
    public static string Normal(string language) => language.ToLowerInvariant().Replace('_', '-');

    /// <summary>Why a language tag is invalid; null when it is valid.</summary>
    /// <param name="where">The option that contains it, with which the message begins.</param>
    /// <param name="language">The language tag.</param>
    public static string? Problem(string where, string? language)
    {
        string[] parts = Normal(language ?? "").Split('-');
        bool isTag = parts[0].Length is 2 or LongestLanguage && parts[0].All(char.IsAsciiLetterLower)
            && parts[1..].All(static part => part.Length is > 0 and <= LongestSubtag && part.All(char.IsAsciiLetterOrDigit));
        return isTag ? null : $"{where}: \"{language}\" is not a language. Write its code (BCP 47), such as en, pt or pt-BR.";
    }

    /// <summary>Whether a language, such as <c>ar</c> or <c>ar-eg</c>, is written from right to left.</summary>
    public static bool IsFromRightToLeft(string language) => FromRightToLeft.Contains(WithoutRegion(language));

    /// <summary>The text in a language, such as <c>pt-BR</c>, or in the language without its region; null when there is none.</summary>
    /// <param name="translations">The texts by language.</param>
    /// <param name="language">The language.</param>
    public static string? Find(IDictionary<string, string> translations, string language) =>
        translations.TryGetValue(language, out string? text) || translations.TryGetValue(WithoutRegion(language), out text) ? text : null;

    /// <summary>The language without its region: <c>pt</c> for <c>pt-br</c> and <c>pt_br</c>.</summary>
    public static string WithoutRegion(string language)
    {
        int dash = language.IndexOfAny(['-', '_']);
        return dash > 0 ? language[..dash] : language;
    }
}

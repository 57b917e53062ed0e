namespace WhatsCommerce.Storefronts;

/// <summary>Properties of a language by its tag.</summary>
internal static class TextLanguage
{
    private static readonly FrozenSet<string> FromRightToLeft = FrozenSet.Create(StringComparer.Ordinal, "ar", "he", "fa", "ur");

    /// <summary>Whether a language, such as <c>ar</c> or <c>ar-eg</c>, runs from right to left.</summary>
    public static bool IsFromRightToLeft(string language) => FromRightToLeft.Contains(WithoutRegion(language));

    /// <summary>The language without its region: <c>pt</c> of <c>pt-br</c> and of <c>pt_br</c>.</summary>
    public static string WithoutRegion(string language)
    {
        int dash = language.IndexOfAny(['-', '_']);
        return dash > 0 ? language[..dash] : language;
    }
}

namespace WhatsCommerce.Storefronts;

/// <summary>The storefront's default texts, by language. Each language is complete.</summary>
internal static class ShippedTexts
{
    public const string Fallback = "en";

    public static FrozenDictionary<string, FrozenDictionary<StorefrontText, string>> All { get; } =
        new Dictionary<string, FrozenDictionary<StorefrontText, string>>
        {
            [Fallback] = EnglishTexts.All,
            ["es"] = SpanishTexts.All,
            ["pt"] = PortugueseTexts.All,
            ["hi"] = HindiTexts.All,
            ["id"] = IndonesianTexts.All,
            ["ar"] = ArabicTexts.All,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Lazy<FrozenDictionary<(string, StorefrontText), TextTemplate>> Templates = new(() => All
        .SelectMany(language => language.Value.Select(text =>
            KeyValuePair.Create((language.Key, text.Key), new TextTemplate(text.Value, TextLanguage.IsFromRightToLeft(language.Key)))))
        .ToFrozenDictionary());

    /// <summary>Finds a text; null when the language is not supported.</summary>
    public static TextTemplate? Find(string language, StorefrontText text) => Templates.Value.GetValueOrDefault((language, text));
}

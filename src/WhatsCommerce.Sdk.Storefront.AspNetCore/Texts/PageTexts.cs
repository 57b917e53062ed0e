using System.Collections.Frozen;

namespace WhatsCommerce.Storefronts;

/// <summary>The texts of the pages: the shop's own where it has some, then those of the language, then English.</summary>
internal sealed class PageTexts
{
    private const string English = "en";

    private static readonly FrozenDictionary<string, FrozenDictionary<StorefrontPageText, string>> Shipped =
        new Dictionary<string, FrozenDictionary<StorefrontPageText, string>>
        {
            [English] = EnglishPageTexts.All,
            ["es"] = SpanishPageTexts.All,
            ["pt"] = PortuguesePageTexts.All,
            ["hi"] = HindiPageTexts.All,
            ["id"] = IndonesianPageTexts.All,
            ["ar"] = ArabicPageTexts.All,
        }.ToFrozenDictionary();

    private static readonly FrozenSet<string> RightToLeft = new[] { "ar", "fa", "he", "ps", "ur", "yi" }.ToFrozenSet();

    private readonly Dictionary<(string Language, StorefrontPageText Text), TextTemplate> _templates = [];
    private readonly string _language;

    public PageTexts(StorefrontPagesOptions options, string language)
    {
        _language = language;
        foreach ((string shipped, FrozenDictionary<StorefrontPageText, string> texts) in Shipped)
        {
            foreach ((StorefrontPageText text, string template) in texts)
            {
                _templates[(shipped, text)] = new TextTemplate(template);
            }
        }

        foreach ((string own, IDictionary<string, string> texts) in options.Texts)
        {
            foreach ((string name, string template) in texts)
            {
                _templates[(own.ToLowerInvariant(), Enum.Parse<StorefrontPageText>(name))] = new TextTemplate(template);
            }
        }
    }

    /// <summary>What is wrong with the texts of the options; null when nothing is.</summary>
    public static string? Mistake(StorefrontPagesOptions options)
    {
        foreach ((string language, IDictionary<string, string> texts) in options.Texts)
        {
            foreach ((string name, string template) in texts)
            {
                string where = $"Texts:{language}:{name}";
                if (!Enum.TryParse(name, out StorefrontPageText text) || !Enum.IsDefined(text) || char.IsAsciiDigit(name[0]))
                {
                    return $"{where}: there is no such text; the names are those of {nameof(StorefrontPageText)}.";
                }

                string[] allowed = [.. new TextTemplate(EnglishPageTexts.All[text]).Names];
                if (new TextTemplate(template).Names.FirstOrDefault(used => !allowed.Contains(used)) is string unknown)
                {
                    return $"{where} uses {{{{{unknown}}}}}, which it does not know; it knows: {string.Join(", ", allowed)}.";
                }

                if (string.IsNullOrWhiteSpace(template))
                {
                    return $"{where} is empty.";
                }
            }
        }

        return null;
    }

    /// <summary>The texts for a visitor.</summary>
    /// <param name="language">The language of the order; null for the shop's.</param>
    public PageLanguage For(string? language)
    {
        string wanted = (language ?? _language).ToLowerInvariant().Replace('_', '-');
        int dash = wanted.IndexOf('-', StringComparison.Ordinal);
        string general = dash > 0 ? wanted[..dash] : wanted;

        // Named in the page is the language that it is really written in.
        string spoken = Speaks(wanted) ? wanted : Speaks(general) ? general : English;
        return new PageLanguage(
            spoken,
            RightToLeft.Contains(spoken.Split('-')[0]),
            text => _templates.GetValueOrDefault((wanted, text))
                ?? _templates.GetValueOrDefault((general, text))
                ?? _templates[(English, text)]);
    }

    private bool Speaks(string language) => _templates.Keys.Any(key => key.Language == language);
}

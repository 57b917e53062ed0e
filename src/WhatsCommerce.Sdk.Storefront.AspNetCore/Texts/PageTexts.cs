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

    private readonly Dictionary<(string Language, StorefrontPageText Text), TextTemplate> _templates = [];
    private readonly string _language;

    public PageTexts(StorefrontPagesOptions options, string language)
    {
        _language = TextLanguage.Normal(language);
        foreach ((string shipped, FrozenDictionary<StorefrontPageText, string> texts) in Shipped)
        {
            foreach ((StorefrontPageText text, string template) in texts)
            {
                _templates[(shipped, text)] = Template(shipped, template);
            }
        }

        foreach ((string own, IDictionary<string, string> texts) in options.Texts)
        {
            foreach ((string name, string template) in texts)
            {
                _templates[(TextLanguage.Normal(own), Enum.Parse<StorefrontPageText>(name))] = Template(TextLanguage.Normal(own), template);
            }
        }
    }

    /// <summary>What is wrong with the texts of the options; null when nothing is.</summary>
    public static string? Mistake(StorefrontPagesOptions options)
    {
        foreach ((string language, IDictionary<string, string> texts) in options.Texts)
        {
            if (TextLanguage.Problem($"Texts:{language}", language) is string noLanguage)
            {
                return noLanguage;
            }

            foreach ((string name, string template) in texts)
            {
                string where = $"Texts:{language}:{name}";
                if (!Enum.TryParse(name, out StorefrontPageText text) || !Enum.IsDefined(text) || char.IsAsciiDigit(name[0]))
                {
                    return $"{where}: there is no such text; the names are those of {nameof(StorefrontPageText)}.";
                }

                if (TextTemplate.Problem(where, template, [.. new TextTemplate(EnglishPageTexts.All[text]).Names]) is string problem)
                {
                    return problem;
                }
            }
        }

        return null;
    }

    /// <summary>The texts for a visitor: in their language, else in the shop's, else in English.</summary>
    /// <param name="language">The language of the order; null for the shop's.</param>
    public PageLanguage For(string? language)
    {
        string wanted = TextLanguage.Normal(language ?? _language);
        string[] candidates =
            [wanted, TextLanguage.WithoutRegion(wanted), _language, TextLanguage.WithoutRegion(_language), English];

        // Named in the page is the language that it is really written in.
        string spoken = candidates.First(Speaks);
        return new PageLanguage(
            spoken,
            TextLanguage.IsFromRightToLeft(spoken),
            text => candidates.Select(candidate => _templates.GetValueOrDefault((candidate, text))).First(found => found is not null)!);
    }

    private static TextTemplate Template(string language, string template) => new(template, TextLanguage.IsFromRightToLeft(language));

    private bool Speaks(string language) => _templates.Keys.Any(key => key.Language == language);
}

namespace WhatsCommerce.Storefronts;

/// <summary>The texts of the shop in a language: its own texts, otherwise the default texts.</summary>
internal sealed class Texts
{
    private readonly Dictionary<(string Language, StorefrontText Text), TextTemplate> _own = [];
    private readonly string _language;

    public Texts(StorefrontOptions options)
    {
        _language = options.Language;
        foreach ((string language, IDictionary<string, string> texts) in options.Texts)
        {
            foreach ((string name, string template) in texts)
            {
                string normal = TextLanguage.Normal(language);
                _own[(normal, Enum.Parse<StorefrontText>(name))] =
                    new TextTemplate(template, TextLanguage.IsFromRightToLeft(normal));
            }
        }
    }

    /// <summary>The error in the texts of the options; null when there is none.</summary>
    public static string? Mistake(StorefrontOptions options)
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
                if (!Enum.TryParse(name, out StorefrontText text) || !Enum.IsDefined(text) || char.IsAsciiDigit(name[0]))
                {
                    return $"{where}: there is no such text; the names are those of {nameof(StorefrontText)}.";
                }

                if (TextTemplate.Problem(where, template, NamesOf(text)) is string problem)
                {
                    return problem;
                }

                if (IsButton(name) && template.Length > MessageLimits.ButtonTitle)
                {
                    return $"{where} is longer than {MessageLimits.ButtonTitle} characters, the most that a button shows.";
                }
            }
        }

        return null;
    }

    /// <summary>The placeholders that a text may use.</summary>
    public static IReadOnlyList<string> NamesOf(StorefrontText text) =>
        [.. new TextTemplate(EnglishTexts.All[text]).Names, .. EnglishTexts.AlsoAllowed(text)];

    /// <summary>Whether a text is the title of a button.</summary>
    public static bool IsButton(string name) => name.EndsWith("Button", StringComparison.Ordinal);

    /// <summary>Whether there is at least one text in the language of the shop.</summary>
    public bool SpeaksOwnLanguage
    {
        get
        {
            string own = TextLanguage.Normal(_language);
            string general = TextLanguage.WithoutRegion(own);
            return ShippedTexts.All.ContainsKey(general) || _own.Keys.Any(key => key.Language == own || key.Language == general);
        }
    }

    public string LanguageOf(string? language) => language ?? _language;

    public string Get(StorefrontText text, string? language, params ReadOnlySpan<(string Name, string Value)> values) =>
        (Find(TextLanguage.Normal(LanguageOf(language)), text)
            ?? Find(TextLanguage.Normal(_language), text)
            ?? ShippedTexts.Find(ShippedTexts.Fallback, text)!).Fill(values);

    /// <summary>Whether a message equals one of the words of a text, separated by <c>|</c>, in any language.</summary>
    public bool IsOneOf(StorefrontText text, string? typed)
    {
        string? word = typed?.Trim().TrimEnd('.', '!', '?', '。', '؟', '।');
        return !string.IsNullOrWhiteSpace(word) && WordsOf(text).Any(known => MessageChoices.IsSame(known, word));
    }

    private IEnumerable<string> WordsOf(StorefrontText text) => ShippedTexts.All.Keys
        .Select(language => ShippedTexts.Find(language, text)!)
        .Concat(_own.Where(own => own.Key.Text == text).Select(own => own.Value))
        .SelectMany(words => words.Fill([]).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private TextTemplate? Find(string language, StorefrontText text)
    {
        string general = TextLanguage.WithoutRegion(language);
        return _own.GetValueOrDefault((language, text))
            ?? _own.GetValueOrDefault((general, text))
            ?? ShippedTexts.Find(general, text);
    }
}

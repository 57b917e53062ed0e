using WhatsCommerce.Messages;

namespace WhatsCommerce.Storefronts;

/// <summary>The texts of the shop: its own where it has some, else English.</summary>
internal sealed class Texts
{
    private readonly Dictionary<(string Language, StorefrontText Text), TextTemplate> _own = [];
    private readonly Dictionary<StorefrontText, TextTemplate> _english = EnglishTexts.All
        .ToDictionary(pair => pair.Key, pair => new TextTemplate(pair.Value));

    private readonly string _language;

    public Texts(StorefrontOptions options)
    {
        _language = options.Language;
        foreach ((string language, IDictionary<string, string> texts) in options.Texts)
        {
            foreach ((string name, string template) in texts)
            {
                StorefrontText text = Enum.Parse<StorefrontText>(name);
                _own[(language.ToLowerInvariant(), text)] = new TextTemplate(template);
            }
        }
    }

    /// <summary>What is wrong with the texts of the options; null when nothing is.</summary>
    public static string? Mistake(StorefrontOptions options)
    {
        foreach ((string language, IDictionary<string, string> texts) in options.Texts)
        {
            foreach ((string name, string template) in texts)
            {
                string where = $"Texts:{language}:{name}";
                if (!Enum.TryParse(name, out StorefrontText text) || !Enum.IsDefined(text) || char.IsAsciiDigit(name[0]))
                {
                    return $"{where}: there is no such text; the names are those of {nameof(StorefrontText)}.";
                }

                string[] allowed =
                    [.. new TextTemplate(EnglishTexts.All[text]).Names, .. EnglishTexts.AlsoAllowed(text)];
                if (new TextTemplate(template).Names.FirstOrDefault(used => !allowed.Contains(used)) is string unknown)
                {
                    return $"{where} uses {{{{{unknown}}}}}, which it does not know; it knows: {string.Join(", ", allowed)}.";
                }

                if (string.IsNullOrWhiteSpace(template))
                {
                    return $"{where} is empty.";
                }

                if (name.EndsWith("Button", StringComparison.Ordinal) && template.Length > MessageLimits.ButtonTitle)
                {
                    return $"{where} is longer than {MessageLimits.ButtonTitle} characters, the most that a button shows.";
                }
            }
        }

        return null;
    }

    public string LanguageOf(string? language) => language ?? _language;

    public string Get(StorefrontText text, string? language, params ReadOnlySpan<(string Name, string Value)> values)
    {
        string wanted = LanguageOf(language).ToLowerInvariant();
        int dash = wanted.IndexOfAny(['-', '_']);
        TextTemplate template = _own.GetValueOrDefault((wanted, text))
            ?? (dash > 0 ? _own.GetValueOrDefault((wanted[..dash], text)) : null)
            ?? _english[text];
        return template.Fill(values);
    }
}

namespace WhatsCommerce.Templates;

/// <summary>The small line below the body of a template.</summary>
public sealed class TemplateFooter
{
    internal TemplateFooter(string? text, int? codeExpirationMinutes = null)
    {
        Text = text;
        CodeExpirationMinutes = codeExpirationMinutes;
    }

    /// <summary>The text; <see langword="null"/> where Meta writes it.</summary>
    public string? Text { get; }

    /// <summary>Of authentication templates: for how many minutes the code holds, which Meta writes there.</summary>
    public int? CodeExpirationMinutes { get; }

    /// <summary>What else it has on the wire.</summary>
    public IReadOnlyDictionary<string, JsonElement> OtherFields { get; internal init; } = Fields.None;
}

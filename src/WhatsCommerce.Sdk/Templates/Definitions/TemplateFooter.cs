namespace WhatsCommerce.Templates;

/// <summary>Represents the footer of a template.</summary>
public sealed class TemplateFooter
{
    internal TemplateFooter(string? text, int? codeExpirationMinutes = null)
    {
        Text = text;
        CodeExpirationMinutes = codeExpirationMinutes;
    }

    /// <summary>The text; <see langword="null"/> where Meta sets it.</summary>
    public string? Text { get; }

    /// <summary>For authentication templates: the number of minutes for which the code is valid, which Meta shows there.</summary>
    public int? CodeExpirationMinutes { get; }

    /// <summary>Other members.</summary>
    public IReadOnlyDictionary<string, JsonElement> OtherFields { get; internal init; } = Fields.None;
}

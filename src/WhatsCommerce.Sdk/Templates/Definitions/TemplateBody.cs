namespace WhatsCommerce.Templates;

/// <summary>The text of a template, or of a card.</summary>
public sealed class TemplateBody : TemplateTextComponent
{
    internal TemplateBody(string? text, IEnumerable<TemplateExample>? examples = null, bool hasSecurityRecommendation = false)
        : base(text, examples ?? []) => HasSecurityRecommendation = hasSecurityRecommendation;

    /// <summary>
    /// Whether Meta's text of a code ends with the advice not to share it. For authentication templates, which have no text of their own.
    /// </summary>
    public bool HasSecurityRecommendation { get; }
}

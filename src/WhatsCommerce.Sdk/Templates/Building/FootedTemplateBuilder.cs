namespace WhatsCommerce.Templates;

/// <summary>The base class of builders of templates with a footer.</summary>
/// <typeparam name="TBuilder">The builder itself, which the setters return.</typeparam>
public abstract class FootedTemplateBuilder<TBuilder> : BodyTemplateBuilder<TBuilder>
    where TBuilder : FootedTemplateBuilder<TBuilder>
{
    private protected FootedTemplateBuilder(TemplateDraft draft)
        : base(draft) { }

    /// <summary>Sets the footer.</summary>
    /// <param name="text">At most <see cref="TemplateLimits.Footer"/> characters, without variables; null or empty for none.</param>
    public TBuilder Footer(string? text)
    {
        Draft.Footer = NullIfEmpty(text) is string footer ? new TemplateFooter(footer) : null;
        return This;
    }
}

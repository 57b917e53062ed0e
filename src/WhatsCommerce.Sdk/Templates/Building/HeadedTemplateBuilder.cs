namespace WhatsCommerce.Templates;

/// <summary>The base class of builders of templates with a text header.</summary>
/// <typeparam name="TBuilder">The builder itself, which the setters return.</typeparam>
public abstract class HeadedTemplateBuilder<TBuilder> : FootedTemplateBuilder<TBuilder>
    where TBuilder : HeadedTemplateBuilder<TBuilder>
{
    private protected HeadedTemplateBuilder(TemplateDraft draft)
        : base(draft) { }

    /// <summary>Sets the text header: <c>.Header("Our {{1}} is on!", "Summer Sale")</c>.</summary>
    /// <param name="text">
    /// At most <see cref="TemplateLimits.HeaderText"/> characters with at most one variable; null or empty for none.
    /// </param>
    /// <param name="examples">The example value of the variable for Meta's review.</param>
    public TBuilder Header(string? text, params ReadOnlySpan<TemplateExample> examples) =>
        Header(NullIfEmpty(text) is string header ? new TemplateHeader(TemplateHeaderFormat.Text, header, examples.ToArray()) : null);

    private protected TBuilder Header(TemplateHeader? header)
    {
        Draft.Header = header;
        return This;
    }
}

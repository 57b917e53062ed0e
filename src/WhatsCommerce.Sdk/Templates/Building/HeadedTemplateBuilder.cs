namespace WhatsCommerce.Templates;

/// <summary>What the builders of templates with a header that may be a text have in common.</summary>
/// <typeparam name="TBuilder">The builder itself, which the setters return.</typeparam>
public abstract class HeadedTemplateBuilder<TBuilder> : FootedTemplateBuilder<TBuilder>
    where TBuilder : HeadedTemplateBuilder<TBuilder>
{
    private protected HeadedTemplateBuilder(TemplateDraft draft)
        : base(draft) { }

    /// <summary>Sets the line above the body: <c>.Header("Our {{1}} is on!", "Summer Sale")</c>.</summary>
    /// <param name="text">At most <see cref="TemplateLimits.HeaderText"/> characters with one variable at most; null or empty for
    /// none.</param>
    /// <param name="examples">What reviewers see in place of the variable.</param>
    public TBuilder Header(string? text, params ReadOnlySpan<TemplateExample> examples) =>
        Header(NullIfEmpty(text) is string header ? new TemplateHeader(TemplateHeaderFormat.Text, header, examples.ToArray()) : null);

    private protected TBuilder Header(TemplateHeader? header)
    {
        Draft.Header = header;
        return This;
    }
}

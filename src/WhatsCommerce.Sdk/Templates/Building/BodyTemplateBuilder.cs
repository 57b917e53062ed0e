namespace WhatsCommerce.Templates;

/// <summary>The base class of builders of templates with a body.</summary>
/// <typeparam name="TBuilder">The builder itself, which the setters return.</typeparam>
public abstract class BodyTemplateBuilder<TBuilder> : TemplateBuilder<TBuilder>
    where TBuilder : BodyTemplateBuilder<TBuilder>
{
    private protected BodyTemplateBuilder(TemplateDraft draft)
        : base(draft) { }

    /// <summary>
    /// Sets the text: <c>.Body("Hi {{1}}, use {{2}}!", "Pablo", "10OFF")</c>, or by name <c>.Body("Hi {{name}}!", ("name", "Pablo"))</c>.
    /// </summary>
    /// <param name="text">
    /// At most <see cref="TemplateLimits.Body"/> characters; see <see cref="TemplateLimits"/> for kinds with fewer. Formatting such as
    /// *bold* is allowed.
    /// </param>
    /// <param name="examples">The example values of the variables for Meta's review; all by position or all by name.</param>
    public TBuilder Body(string? text, params ReadOnlySpan<TemplateExample> examples)
    {
        Draft.Body = new TemplateBody(NullIfEmpty(text), examples.ToArray());
        return This;
    }
}

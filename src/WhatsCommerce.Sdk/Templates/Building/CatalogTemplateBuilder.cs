namespace WhatsCommerce.Templates;

/// <summary>Builds a template with one predefined button: the catalog, a list of products, or one product.</summary>
public sealed class CatalogTemplateBuilder : FootedTemplateBuilder<CatalogTemplateBuilder>
{
    internal CatalogTemplateBuilder(TemplateDraft draft, TemplateButtonType type, string text)
        : base(draft)
    {
        Draft.Buttons.Add(new TemplateButtonDefinition(type, text));
    }

    /// <summary>Sets the label of the button, in the language of the template.</summary>
    /// <param name="text">At most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    public CatalogTemplateBuilder ButtonText(string? text)
    {
        Draft.Buttons[0] = new TemplateButtonDefinition(Draft.Buttons[0].Type, text);
        return this;
    }
}

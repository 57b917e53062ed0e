namespace WhatsCommerce.Templates;

/// <summary>
/// Builds a template that shows a list of products (MPM), which each message sets. Created by <see cref="Template.ProductList"/>.
/// </summary>
/// <remarks>Source: Meta, templates/marketing-templates/mpm-templates.</remarks>
public sealed class ProductListTemplateBuilder : HeadedTemplateBuilder<ProductListTemplateBuilder>
{
    internal ProductListTemplateBuilder(TemplateDraft draft)
        : base(draft)
    {
        Draft.Buttons.Add(new TemplateButtonDefinition(TemplateButtonType.ProductList, "View items"));
    }

    /// <summary>Sets the label of the button, in the language of the template; <c>View items</c> by default.</summary>
    /// <param name="text">At most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    public ProductListTemplateBuilder ButtonText(string? text)
    {
        Draft.Buttons[0] = new TemplateButtonDefinition(TemplateButtonType.ProductList, text);
        return this;
    }
}

namespace WhatsCommerce.Templates;

/// <summary>
/// Builds a template with a button that opens an order to be paid; in Brazil and India. Created by <see cref="Template.OrderDetails"/> and
/// <see cref="Template.Checkout"/>.
/// </summary>
/// <remarks>Source: Meta, payments/payments-br and payments-in/checkout-button-templates.</remarks>
public sealed class OrderDetailsTemplateBuilder : MediaHeadedTemplateBuilder<OrderDetailsTemplateBuilder>
{
    internal OrderDetailsTemplateBuilder(TemplateDraft draft, string text)
        : base(draft)
    {
        Draft.Buttons.Add(new TemplateButtonDefinition(TemplateButtonType.OrderDetails, text));
    }

    /// <summary>Sets the label of the button that opens the order, in the language of the template.</summary>
    /// <param name="text">At most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    public OrderDetailsTemplateBuilder ButtonText(string? text)
    {
        Draft.Buttons[0] = new TemplateButtonDefinition(TemplateButtonType.OrderDetails, text);
        return this;
    }

    /// <summary>Sets the category: utility for an order of the customer, marketing for an offer.</summary>
    /// <param name="category">The category.</param>
    public OrderDetailsTemplateBuilder Category(TemplateCategory category)
    {
        Draft.Category = category;
        return this;
    }
}

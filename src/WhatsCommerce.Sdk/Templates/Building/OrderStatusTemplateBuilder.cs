namespace WhatsCommerce.Templates;

/// <summary>Builds a template for the status of an order; in Brazil and India. Created by <see cref="Template.OrderStatus"/>.</summary>
/// <remarks>Source: Meta, payments/payments-br and payments-in, order status templates.</remarks>
public sealed class OrderStatusTemplateBuilder : FootedTemplateBuilder<OrderStatusTemplateBuilder>
{
    internal OrderStatusTemplateBuilder(TemplateDraft draft)
        : base(draft) { }
}

namespace WhatsCommerce.Messages;

public static partial class MessageLimits
{
    /// <summary>
    /// Name of a template: 512 characters of <c>a-z</c>, <c>0-9</c> and <c>_</c>. Source: Meta, templates/components; Kapso JavaScript SDK.
    /// </summary>
    public static int TemplateName => 512;

    /// <summary>
    /// Text of a parameter of a template's body: 32768 characters. Source: Meta OpenAPI v23.0, <c>TextParameter.text</c>.
    /// </summary>
    public static int TemplateParameterText => 32768;

    /// <summary>
    /// Text of a parameter of a template's header: 60 characters, the whole header's. Source: Meta, templates/components; Kapso JavaScript
    /// SDK.
    /// </summary>
    public static int TemplateHeaderText => 60;

    /// <summary>Buttons of a template: 10. Source: Kapso JavaScript SDK.</summary>
    public static int TemplateButtons => 10;

    /// <summary>Address of a template's button: 2000 characters. Source: Kapso JavaScript SDK.</summary>
    public static int TemplateUrl => 2000;

    /// <summary>Buttons of a template that ask for a payment: 3. Source: Meta, payments/payments-br/payment-request-cta.</summary>
    public static int PaymentRequestButtons => 3;

    /// <summary>One-time password of an authentication template: 15 characters. Source: Meta, templates/authentication-templates.</summary>
    public static int OneTimePassword => 15;

    /// <summary>Coupon code: 20 characters. Source: Meta changelog, 3 December 2025.</summary>
    public static int CouponCode => 20;
}

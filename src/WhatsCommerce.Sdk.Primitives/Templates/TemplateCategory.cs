namespace WhatsCommerce;

/// <summary>The category of a template, which determines the rate that applies to it.</summary>
/// <remarks>
/// An extensible enumeration: unlisted values are kept. Words are compared case-insensitively, since Meta's own pages write both cases.
/// Source: Meta, WhatsApp Business Account message_templates, <c>category</c>; webhooks/reference/template_category_update.
/// </remarks>
[OpenWord(Case = WordCase.Upper, HasValue = true, FromString = true)]
public readonly partial record struct TemplateCategory
{
    /// <summary>A one-time code for logging in.</summary>
    [Word("AUTHENTICATION")]
    public static partial TemplateCategory Authentication { get; }

    /// <summary>Any template that is in no other category.</summary>
    [Word("MARKETING")]
    public static partial TemplateCategory Marketing { get; }

    /// <summary>About an order, a payment or the like that the customer asked for.</summary>
    [Word("UTILITY")]
    public static partial TemplateCategory Utility { get; }
}

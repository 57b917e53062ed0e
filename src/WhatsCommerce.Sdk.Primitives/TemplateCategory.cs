namespace WhatsCommerce;

/// <summary>What a template is for, and whose rate applies to it.</summary>
/// <remarks>
/// An open value: a word that is not listed is kept. Words are equal without regard to case, since Meta's own pages write both.
/// Source: Meta, WhatsApp Business Account message_templates, <c>category</c>; webhooks/reference/template_category_update.
/// </remarks>
[OpenWord(Case = WordCase.Upper, HasValue = true, FromString = true)]
public readonly partial record struct TemplateCategory
{
    /// <summary>A code to log in with.</summary>
    [Word("AUTHENTICATION")]
    public static partial TemplateCategory Authentication { get; }

    /// <summary>Anything that is not one of the others.</summary>
    [Word("MARKETING")]
    public static partial TemplateCategory Marketing { get; }

    /// <summary>About an order, a payment or the like that the customer asked for.</summary>
    [Word("UTILITY")]
    public static partial TemplateCategory Utility { get; }
}

namespace WhatsCommerce.Templates;

/// <summary>What kind of template it is within its category.</summary>
/// <remarks>
/// An extensible enumeration: unlisted values are kept. Words are equal without regard to case, since Meta's own pages write both.
/// Source: Meta, WhatsApp Business Account message_templates, <c>sub_category</c>.
/// </remarks>
[OpenWord(Case = WordCase.Upper, HasValue = true, FromString = true)]
public readonly partial record struct TemplateSubCategory
{
    /// <summary>No particular kind.</summary>
    [Word("CUSTOM")]
    public static partial TemplateSubCategory Custom { get; }

    /// <summary>It opens an order to be paid.</summary>
    [Word("ORDER_DETAILS")]
    public static partial TemplateSubCategory OrderDetails { get; }

    /// <summary>It says how far an order has come.</summary>
    [Word("ORDER_STATUS")]
    public static partial TemplateSubCategory OrderStatus { get; }

    /// <summary>It says how far an order has come, with more about it.</summary>
    [Word("RICH_ORDER_STATUS")]
    public static partial TemplateSubCategory RichOrderStatus { get; }
}

namespace WhatsCommerce.Templates;

/// <summary>Represents the kind of a template within its category.</summary>
/// <remarks>
/// An extensible enumeration: unlisted values are kept. Comparisons ignore case, since Meta's own pages use both.
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

    /// <summary>It shows the status of an order.</summary>
    [Word("ORDER_STATUS")]
    public static partial TemplateSubCategory OrderStatus { get; }

    /// <summary>It shows the status of an order with details.</summary>
    [Word("RICH_ORDER_STATUS")]
    public static partial TemplateSubCategory RichOrderStatus { get; }
}

namespace WhatsCommerce.Templates;

/// <summary>Which kind of rule a <see cref="TemplateViolation"/> is about.</summary>
public enum TemplateRule
{
    /// <summary>Something that must be there is missing or blank.</summary>
    Required = 0,

    /// <summary>A text is longer than its limit.</summary>
    MaxLength,

    /// <summary>There are more items than the limit.</summary>
    MaxCount,

    /// <summary>There are fewer items than there must be.</summary>
    MinCount,

    /// <summary>A value does not have the shape that it must have.</summary>
    Format,

    /// <summary>A number or a time lies outside of its range.</summary>
    Range,

    /// <summary>Something that this kind of template may not have.</summary>
    NotAllowed,

    /// <summary>Parts that must agree do not: variables and their examples, the cards of a carousel.</summary>
    Mismatch,
}

namespace WhatsCommerce.Catalogs;

/// <summary>Which kind of rule an <see cref="ItemViolation"/> is about.</summary>
public enum ItemRule
{
    /// <summary>Something that must be there is missing or blank.</summary>
    Required = 0,

    /// <summary>A text is longer than its limit.</summary>
    MaxLength,

    /// <summary>A value does not have the shape that it must have.</summary>
    Format,

    /// <summary>A number or a time lies outside of its range.</summary>
    Range,

    /// <summary>Values that must agree do not.</summary>
    Mismatch,

    /// <summary>Something that stands where it must not.</summary>
    NotAllowed,
}

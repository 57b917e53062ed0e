namespace WhatsCommerce.Messages;

/// <summary>Which kind of rule a <see cref="MessageViolation"/> is about.</summary>
public enum ViolationRule
{
    /// <summary>Something that must be there is missing or blank.</summary>
    Required = 0,

    /// <summary>A text is longer than its limit.</summary>
    MaxLength,

    /// <summary>There are more items than the limit.</summary>
    MaxCount,

    /// <summary>A value does not have the shape that it must have.</summary>
    Format,

    /// <summary>There are fewer items than there must be.</summary>
    MinCount,

    /// <summary>Something is there twice that must be there once.</summary>
    NotUnique,

    /// <summary>A number or a time lies outside of its range.</summary>
    Range,

    /// <summary>Something that this kind of message, or this combination, may not have.</summary>
    NotAllowed,

    /// <summary>Values that must agree do not: sums, currencies, ways of naming parameters.</summary>
    Mismatch,
}

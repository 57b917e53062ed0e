namespace WhatsCommerce;

/// <summary>Which kind of rule a <see cref="Violation"/> is about. Later versions may add kinds.</summary>
public enum ViolationRule
{
    /// <summary>Something that must be there is missing or blank.</summary>
    Required = 0,

    /// <summary>A text is longer than its limit.</summary>
    MaxLength,

    /// <summary>There are more items, or bytes, than the limit.</summary>
    MaxCount,

    /// <summary>A value does not have the shape that it must have.</summary>
    Format,

    /// <summary>There are fewer items than there must be.</summary>
    MinCount,

    /// <summary>Something is there twice that must be there once.</summary>
    NotUnique,

    /// <summary>A number or a time lies outside its range.</summary>
    Range,

    /// <summary>Something that this kind, or this combination, may not have.</summary>
    NotAllowed,

    /// <summary>Values that must agree do not: sums, currencies, variables and their examples.</summary>
    Mismatch,

    /// <summary>A text is shorter than it must be.</summary>
    MinLength,
}

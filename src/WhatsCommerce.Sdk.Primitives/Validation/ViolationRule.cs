namespace WhatsCommerce;

/// <summary>The kind of rule of a <see cref="Violation"/>. Later versions may add kinds.</summary>
public enum ViolationRule
{
    /// <summary>A required value is missing or blank.</summary>
    Required = 0,

    /// <summary>A text is longer than its limit.</summary>
    MaxLength,

    /// <summary>There are more items, or bytes, than the limit.</summary>
    MaxCount,

    /// <summary>A value does not have the required format.</summary>
    Format,

    /// <summary>There are fewer items than required.</summary>
    MinCount,

    /// <summary>Values are not unique.</summary>
    NotUnique,

    /// <summary>A number or a time is out of range.</summary>
    Range,

    /// <summary>The value is not allowed for this kind, or in this combination.</summary>
    NotAllowed,

    /// <summary>Values that must agree do not: sums, currencies, variables and their examples.</summary>
    Mismatch,

    /// <summary>A text is shorter than required.</summary>
    MinLength,
}

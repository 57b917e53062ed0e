namespace WhatsCommerce.Webhooks;

/// <summary>Why the name of a number was refused (<c>rejection_reason</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/phone_number_name_update.</remarks>
public readonly record struct NameRejectionReason
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public NameRejectionReason(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It names a person or an employee.</summary>
    public static NameRejectionReason EmployeeName { get; } = new("NAME_EMPLOYEE_ISSUE");

    /// <summary>It names another business.</summary>
    public static NameRejectionReason UnrelatedBusiness { get; } = new("NAME_ENDCLIENT_NOTRELATED");

    /// <summary>Its form is not acceptable.</summary>
    public static NameRejectionReason UnacceptableFormat { get; } = new("NAME_FORMAT_UNACCEPTABLE");

    /// <summary>It names a person.</summary>
    public static NameRejectionReason PersonName { get; } = new("NAME_INDIVIDUAL_ISSUE");

    /// <summary>It does not fit the brand of the business.</summary>
    public static NameRejectionReason NotConsistent { get; } = new("NAME_NOT_CONSISTENT");

    /// <summary>Meta does not say; ask its support.</summary>
    public static NameRejectionReason Unknown { get; } = new("UNKNOWN");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is
        "NAME_EMPLOYEE_ISSUE" or "NAME_ENDCLIENT_NOTRELATED" or "NAME_FORMAT_UNACCEPTABLE" or "NAME_INDIVIDUAL_ISSUE"
        or "NAME_NOT_CONSISTENT" or "UNKNOWN";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}

namespace WhatsCommerce.Webhooks;

/// <summary>Represents why the name of a number was rejected (<c>rejection_reason</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/phone_number_name_update.</remarks>
[OpenWord]
public readonly partial record struct NameRejectionReason
{
    /// <summary>It is the name of a person or an employee.</summary>
    [Word("NAME_EMPLOYEE_ISSUE")]
    public static partial NameRejectionReason EmployeeName { get; }

    /// <summary>It is the name of another business.</summary>
    [Word("NAME_ENDCLIENT_NOTRELATED")]
    public static partial NameRejectionReason UnrelatedBusiness { get; }

    /// <summary>Its form is not acceptable.</summary>
    [Word("NAME_FORMAT_UNACCEPTABLE")]
    public static partial NameRejectionReason UnacceptableFormat { get; }

    /// <summary>It is the name of a person.</summary>
    [Word("NAME_INDIVIDUAL_ISSUE")]
    public static partial NameRejectionReason PersonName { get; }

    /// <summary>It is not consistent with the brand of the business.</summary>
    [Word("NAME_NOT_CONSISTENT")]
    public static partial NameRejectionReason NotConsistent { get; }

    /// <summary>Unspecified; ask Meta's support.</summary>
    [Word("UNKNOWN")]
    public static partial NameRejectionReason Unknown { get; }
}

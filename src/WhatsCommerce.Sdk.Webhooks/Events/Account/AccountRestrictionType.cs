namespace WhatsCommerce.Webhooks;

/// <summary>What an account may no longer do (<c>restriction_info[].restriction_type</c>): an open value.</summary>
/// <remarks>Source: Meta, support/policy-enforcement and calling/call-settings.</remarks>
public readonly record struct AccountRestrictionType
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public AccountRestrictionType(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Add numbers.</summary>
    public static AccountRestrictionType AddPhoneNumber { get; } = new("RESTRICTED_ADD_PHONE_NUMBER_ACTION");

    /// <summary>Write to customers who did not write first.</summary>
    public static AccountRestrictionType BusinessInitiatedMessaging { get; } = new("RESTRICTED_BIZ_INITIATED_MESSAGING");

    /// <summary>Answer customers.</summary>
    public static AccountRestrictionType CustomerInitiatedMessaging { get; } = new("RESTRICTED_CUSTOMER_INITIATED_MESSAGING");

    /// <summary>Call customers.</summary>
    public static AccountRestrictionType BusinessInitiatedCalling { get; } = new("RESTRICTED_BUSINESS_INITIATED_CALLING");

    /// <summary>Be called by customers.</summary>
    public static AccountRestrictionType UserInitiatedCalling { get; } = new("RESTRICTED_USER_INITIATED_CALLING");

    /// <summary>Show the button that calls it.</summary>
    public static AccountRestrictionType CallButtonHidden { get; } = new("RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is
        "RESTRICTED_ADD_PHONE_NUMBER_ACTION" or "RESTRICTED_BIZ_INITIATED_MESSAGING" or "RESTRICTED_CUSTOMER_INITIATED_MESSAGING"
        or "RESTRICTED_BUSINESS_INITIATED_CALLING" or "RESTRICTED_USER_INITIATED_CALLING"
        or "RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}

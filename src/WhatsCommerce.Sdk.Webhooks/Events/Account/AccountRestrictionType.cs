namespace WhatsCommerce.Webhooks;

/// <summary>
/// Represents an action that an account may no longer perform (<c>restriction_info[].restriction_type</c>); unlisted values are kept.
/// </summary>
/// <remarks>Source: Meta, support/policy-enforcement and calling/call-settings.</remarks>
[OpenWord]
public readonly partial record struct AccountRestrictionType
{
    /// <summary>Add numbers.</summary>
    [Word("RESTRICTED_ADD_PHONE_NUMBER_ACTION")]
    public static partial AccountRestrictionType AddPhoneNumber { get; }

    /// <summary>Message customers who did not write first.</summary>
    [Word("RESTRICTED_BIZ_INITIATED_MESSAGING")]
    public static partial AccountRestrictionType BusinessInitiatedMessaging { get; }

    /// <summary>Reply to customers.</summary>
    [Word("RESTRICTED_CUSTOMER_INITIATED_MESSAGING")]
    public static partial AccountRestrictionType CustomerInitiatedMessaging { get; }

    /// <summary>Call customers.</summary>
    [Word("RESTRICTED_BUSINESS_INITIATED_CALLING")]
    public static partial AccountRestrictionType BusinessInitiatedCalling { get; }

    /// <summary>Be called by customers.</summary>
    [Word("RESTRICTED_USER_INITIATED_CALLING")]
    public static partial AccountRestrictionType UserInitiatedCalling { get; }

    /// <summary>Show the call button.</summary>
    [Word("RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN")]
    public static partial AccountRestrictionType CallButtonHidden { get; }
}

namespace WhatsCommerce.Webhooks;

/// <summary>The limits of an account or its portfolio changed (<c>business_capability_update</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/business_capability_update.</remarks>
[WebhookField("business_capability_update")]
public sealed partial record BusinessCapabilityEvent : WebhookEvent
{
    /// <summary>
    /// <c>max_daily_conversations_per_business</c>: the number of customers that a portfolio may message first within 24 hours.
    /// </summary>
    [Wire("max_daily_conversations_per_business")]
    public MessagingLimit MessagingLimit { get; init; }

    /// <summary><c>max_daily_conversation_per_phone</c>: the same for one number, in older versions.</summary>
    [Wire("max_daily_conversation_per_phone")]
    public MessagingLimit MessagingLimitPerPhoneNumber { get; init; }

    /// <summary><c>max_phone_numbers_per_business</c>: the maximum number of phone numbers of the portfolio.</summary>
    [Wire("max_phone_numbers_per_business")]
    public int? MaxPhoneNumbers { get; init; }

    /// <summary><c>max_phone_numbers_per_waba</c>: the maximum number of phone numbers of each account.</summary>
    [Wire("max_phone_numbers_per_waba")]
    public int? MaxPhoneNumbersPerAccount { get; init; }
}

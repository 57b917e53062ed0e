namespace WhatsCommerce.Webhooks;

/// <summary>The messaging limit, quality or throughput of a phone number changed (<c>phone_number_quality_update</c>).</summary>
/// <remarks>
/// The number is <see cref="WebhookEvent.DisplayPhoneNumber"/>. Source: Meta, webhooks/reference/phone_number_quality_update.
/// </remarks>
[WebhookField("phone_number_quality_update")]
public sealed partial record PhoneNumberQualityEvent : WebhookEvent
{
    /// <summary><c>event</c>: what changed.</summary>
    [Wire("event")]
    public PhoneNumberQualityKind Kind { get; init; }

    /// <summary><c>current_limit</c>; unlimited also means the higher throughput. Meta announced its removal.</summary>
    [Wire("current_limit")]
    public MessagingLimit CurrentLimit { get; init; }

    /// <summary><c>old_limit</c>; only when the limit changed.</summary>
    [Wire("old_limit")]
    public MessagingLimit OldLimit { get; init; }

    /// <summary><c>max_daily_conversations_per_business</c>: the limit of the portfolio, which replaces the others.</summary>
    [Wire("max_daily_conversations_per_business")]
    public MessagingLimit MessagingLimit { get; init; }
}

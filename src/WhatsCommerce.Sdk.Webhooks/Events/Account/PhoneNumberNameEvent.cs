namespace WhatsCommerce.Webhooks;

/// <summary>Meta reviewed the display name of a phone number (<c>phone_number_name_update</c>).</summary>
/// <remarks>
/// The number is <see cref="WebhookEvent.DisplayPhoneNumber"/>. Source: Meta, webhooks/reference/phone_number_name_update.
/// </remarks>
[WebhookField("phone_number_name_update")]
public sealed partial record PhoneNumberNameEvent : WebhookEvent
{
    /// <summary><c>decision</c>: the result of the review.</summary>
    [Wire("decision")]
    public ReviewDecision Decision { get; init; }

    /// <summary><c>requested_verified_name</c>: the requested name.</summary>
    [Wire("requested_verified_name")]
    [Sensitive]
    public string? RequestedName { get; init; }

    /// <summary><c>rejection_reason</c>; absent when the name was approved.</summary>
    [Wire("rejection_reason")]
    public NameRejectionReason RejectionReason { get; init; }
}

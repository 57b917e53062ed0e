namespace WhatsCommerce.Webhooks;

/// <summary>The user name of a number was approved, reserved or deleted (<c>business_username_updates</c>).</summary>
/// <remarks>
/// The number is <see cref="WebhookEvent.DisplayPhoneNumber"/>. Older pages call the field <c>business_username_update</c>: both
/// are read. Source: Meta, business-scoped-user-ids.
/// </remarks>
[WebhookField("business_username_updates")]
[WebhookField("business_username_update")]
public sealed partial record BusinessUsernameEvent : WebhookEvent
{
    /// <summary><c>username</c>; absent when it was deleted.</summary>
    [Wire("username", IsId = true)]
    [Sensitive]
    public string? Username { get; init; }

    /// <summary><c>status</c>: the status of the user name.</summary>
    [Wire("status")]
    public BusinessUsernameStatus Status { get; init; }
}

namespace WhatsCommerce.Webhooks;

/// <summary>A contact was added, changed or removed in the WhatsApp Business app (<c>smb_app_state_sync</c>).</summary>
/// <remarks><see cref="WebhookEvent.Customer"/> is the contact. Source: Meta, webhooks/reference/smb_app_state_sync.</remarks>
[WebhookField("smb_app_state_sync", Items = "state_sync")]
[WireHead(
    Timestamp = "metadata.timestamp",
    WaId = "contact.wa_id",
    PhoneNumber = "contact.phone_number",
    UserId = "contact.user_id",
    ParentUserId = "contact.parent_user_id",
    Username = "contact.username")]
public sealed partial record ContactSyncEvent : WebhookEvent
{
    /// <summary><c>action</c>: what was done.</summary>
    [Wire("action")]
    public ContactSyncAction Action { get; init; }

    /// <summary><c>type</c>: <c>contact</c>.</summary>
    [Wire("type")]
    public string? Type { get; init; }

    /// <summary><c>contact.full_name</c>; absent when it was removed.</summary>
    [Wire("contact.full_name")]
    [Sensitive]
    public string? FullName { get; init; }

    /// <summary><c>contact.first_name</c>; absent when it was removed.</summary>
    [Wire("contact.first_name")]
    [Sensitive]
    public string? FirstName { get; init; }
}

namespace WhatsCommerce.Webhooks;

/// <summary>A contact was added, changed or removed in the WhatsApp Business app (<c>smb_app_state_sync</c>).</summary>
/// <remarks><see cref="WebhookEvent.Customer"/> is the contact. Source: Meta, webhooks/reference/smb_app_state_sync.</remarks>
public sealed partial record ContactSyncEvent : WebhookEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public ContactSyncEvent()
    {
    }

    internal ContactSyncEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>action</c>: what was done.</summary>
    public ContactSyncAction Action { get; init; }

    /// <summary><c>type</c>: <c>contact</c>.</summary>
    public string? Type { get; init; }

    /// <summary><c>contact.full_name</c>; absent when it was removed.</summary>
    [Sensitive]
    public string? FullName { get; init; }

    /// <summary><c>contact.first_name</c>; absent when it was removed.</summary>
    [Sensitive]
    public string? FirstName { get; init; }
}

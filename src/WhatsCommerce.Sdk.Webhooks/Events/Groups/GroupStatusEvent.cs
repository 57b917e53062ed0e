namespace WhatsCommerce.Webhooks;

/// <summary>A group was suspended, or its suspension was lifted (<c>group_status_update</c>).</summary>
/// <remarks>Source: Meta, groups/webhooks.</remarks>
[WebhookField("group_status_update", Items = "groups")]
public sealed partial record GroupStatusEvent : GroupEvent;

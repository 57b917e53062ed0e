namespace WhatsCommerce.Webhooks;

/// <summary>The two-step verification PIN of a phone number was changed, or somebody requested to disable it (<c>security</c>).</summary>
/// <remarks>The number is <see cref="WebhookEvent.DisplayPhoneNumber"/>. Source: Meta, webhooks/reference/security.</remarks>
[WebhookField("security")]
public sealed partial record SecurityEvent : WebhookEvent
{
    /// <summary><c>event</c>: what happened.</summary>
    [Wire("event")]
    public SecurityKind Kind { get; init; }

    /// <summary><c>requester</c>: the Meta Business Suite user who requested to disable the PIN.</summary>
    [Wire("requester", IsId = true)]
    public string? Requester { get; init; }
}

namespace WhatsCommerce.Webhooks;

/// <summary>A video that a customer sent (<c>messages[].video</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/video.</remarks>
[WebhookPayload]
public sealed record VideoEvent : MediaEvent;

namespace WhatsCommerce.Webhooks;

/// <summary>A picture that a customer sent (<c>messages[].image</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/image.</remarks>
[WebhookPayload]
public sealed record ImageEvent : MediaEvent;

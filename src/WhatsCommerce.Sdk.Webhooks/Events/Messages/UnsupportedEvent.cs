namespace WhatsCommerce.Webhooks;

/// <summary>A message whose content WhatsApp does not deliver (<c>messages[].unsupported</c>, or only errors).</summary>
/// <remarks>
/// A message did arrive: tell the customer which kinds you support. <see cref="MessageEvent.Errors"/> has the reason.
/// Source: Meta, webhooks/reference/messages/unsupported.
/// </remarks>
[WebhookPayload]
public sealed partial record UnsupportedEvent : MessageEvent
{
    /// <summary><c>unsupported.type</c>: the type, such as <c>edit</c> or <c>poll_creation</c>.</summary>
    [Wire("type")]
    public string? UnsupportedType { get; init; }
}

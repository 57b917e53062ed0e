namespace WhatsCommerce.Webhooks;

/// <summary>A message that WhatsApp did not hand on: its content is missing (<c>messages[].unsupported</c>, or only errors).</summary>
/// <remarks>
/// Something did arrive: tell the customer what can be read. <see cref="MessageEvent.Errors"/> says why it cannot.
/// Source: Meta, webhooks/reference/messages/unsupported.
/// </remarks>
public sealed partial record UnsupportedEvent : MessageEvent
{
    /// <summary><c>unsupported.type</c>: what it was, such as <c>edit</c> or <c>poll_creation</c>.</summary>
    public string? UnsupportedType { get; init; }
}

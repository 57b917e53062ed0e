namespace WhatsCommerce.Webhooks;

/// <summary>A media message of the chat history, whose content follows in a separate delivery (type <c>media_placeholder</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/history.</remarks>
public sealed record MediaPlaceholderEvent : MessageEvent;

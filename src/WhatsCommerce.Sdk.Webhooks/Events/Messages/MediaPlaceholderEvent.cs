namespace WhatsCommerce.Webhooks;

/// <summary>A picture, video or file of the history, which follows in a delivery of its own (type <c>media_placeholder</c>).</summary>
/// <remarks>
/// Source: Meta, webhooks/reference/history.
/// </remarks>
public sealed record MediaPlaceholderEvent : MessageEvent;

namespace WhatsCommerce.Webhooks;

/// <summary>A sticker that a customer sent (<c>messages[].sticker</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/sticker.</remarks>
[WebhookPayload]
public sealed partial record StickerEvent : MediaEvent
{
    /// <summary><c>animated</c>: whether the sticker is animated.</summary>
    [Wire("animated")]
    public bool IsAnimated { get; init; }
}

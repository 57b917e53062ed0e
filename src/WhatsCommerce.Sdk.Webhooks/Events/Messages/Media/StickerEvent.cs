namespace WhatsCommerce.Webhooks;

/// <summary>A sticker that a customer sent (<c>messages[].sticker</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/sticker.</remarks>
public sealed partial record StickerEvent : MediaEvent
{
    /// <summary>Initializes an instance, for your own tests.</summary>
    public StickerEvent()
    {
    }

    internal StickerEvent(in MediaHead media)
        : base(media)
    {
    }

    /// <summary><c>animated</c>: whether the sticker is animated.</summary>
    public bool IsAnimated { get; init; }
}

namespace WhatsCommerce.Messages;

/// <summary>Builds a sticker.</summary>
/// <remarks>Source: Meta, messages/sticker-messages.</remarks>
public sealed class StickerMessageBuilder : MediaMessageBuilder<StickerMessage>
{
    internal StickerMessageBuilder(MediaSource source)
        : base("sticker", source) { }

    private protected override StickerMessage Create() => new(Source);
}

namespace WhatsCommerce.Messages;

/// <summary>A sticker. Created by <see cref="Message.Sticker"/>.</summary>
public sealed class StickerMessage : MediaMessage
{
    internal StickerMessage(MediaSource source)
        : base(source) { }

    /// <inheritdoc/>
    public override string Kind => "sticker";
}

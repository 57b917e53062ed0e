namespace WhatsCommerce.Messages;

/// <summary>A picture with a caption. Created by <see cref="Message.Image"/>.</summary>
public sealed class ImageMessage : MediaMessage
{
    internal ImageMessage(MediaSource source, string? caption)
        : base(source) => Caption = caption;

    /// <inheritdoc/>
    public override string Kind => "image";

    /// <summary>The caption, or <see langword="null"/>.</summary>
    public string? Caption { get; }

    private protected override void WriteDetails(Utf8JsonWriter writer) => writer.WriteOptional("caption"u8, Caption);
}

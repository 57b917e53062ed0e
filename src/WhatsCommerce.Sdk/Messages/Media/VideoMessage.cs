namespace WhatsCommerce.Messages;

/// <summary>A video with a caption. Created by <see cref="Message.Video"/>.</summary>
public sealed class VideoMessage : MediaMessage
{
    internal VideoMessage(MediaSource source, string? caption)
        : base(source) => Caption = caption;

    /// <inheritdoc/>
    public override string Kind => "video";

    /// <summary>The caption, or <see langword="null"/>.</summary>
    public string? Caption { get; }

    private protected override void WriteDetails(Utf8JsonWriter writer) => writer.WriteOptional("caption"u8, Caption);
}

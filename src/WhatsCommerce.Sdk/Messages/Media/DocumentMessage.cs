namespace WhatsCommerce.Messages;

/// <summary>A document with a caption and a file name. Created by <see cref="Message.Document"/>.</summary>
public sealed class DocumentMessage : MediaMessage
{
    internal DocumentMessage(MediaSource source, string? caption, string? fileName)
        : base(source)
    {
        Caption = caption;
        FileName = fileName;
    }

    /// <inheritdoc/>
    public override string Kind => "document";

    /// <summary>The caption, or <see langword="null"/>.</summary>
    public string? Caption { get; }

    /// <summary>The name under which the customer sees the file, or <see langword="null"/>.</summary>
    public string? FileName { get; }

    private protected override void WriteDetails(Utf8JsonWriter writer)
    {
        writer.WriteOptional("caption"u8, Caption);
        writer.WriteOptional("filename"u8, FileName);
    }
}

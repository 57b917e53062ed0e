namespace WhatsCommerce.Messages;

/// <summary>Represents the header of an interactive message: a text, a picture, a video or a document.</summary>
/// <remarks>Whether the kind of message allows the header is checked when it is built.</remarks>
public abstract class MessageHeader
{
    private protected MessageHeader() { }

    /// <summary>Creates a text header of at most <see cref="MessageLimits.InteractiveHeaderText"/> characters.</summary>
    /// <param name="text">The text.</param>
    public static MessageHeader Text(string? text) => new TextHeader(text);

    /// <summary>Creates a picture header.</summary>
    /// <param name="image">JPEG or PNG.</param>
    public static MessageHeader Image(MediaSource image) => new MediaHeader("image", image, null);

    /// <summary>Creates a video header.</summary>
    /// <param name="video">MP4 or 3GP.</param>
    public static MessageHeader Video(MediaSource video) => new MediaHeader("video", video, null);

    /// <summary>Creates a document header.</summary>
    /// <param name="document">Any file.</param>
    /// <param name="fileName">The file name that the customer sees.</param>
    public static MessageHeader Document(MediaSource document, string? fileName = null) => new MediaHeader("document", document, fileName);

    /// <summary>Creates a text header like <see cref="Text"/>; null or empty is no header.</summary>
    /// <param name="text">At most <see cref="MessageLimits.InteractiveHeaderText"/> characters.</param>
    public static implicit operator MessageHeader?(string? text) => string.IsNullOrEmpty(text) ? null : Text(text);

    /// <summary>The type on the wire: <c>text</c>, <c>image</c>, <c>video</c> or <c>document</c>.</summary>
    public abstract string Type { get; }

    internal void Validate(Violations violations) => Validate(violations, "interactive.header");

    /// <summary>Validates the header at its place, for instance in a card.</summary>
    internal abstract void Validate(Violations violations, WirePath at);

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("header"u8);
        writer.WriteString("type"u8, Type);
        WriteContent(writer);
        writer.WriteEndObject();
    }

    private protected abstract void WriteContent(Utf8JsonWriter writer);

    private sealed class TextHeader(string? text) : MessageHeader
    {
        public override string Type => "text";

        internal override void Validate(Violations violations, WirePath at) =>
            violations.RequireText(at.Below(".text"), text, MessageLimits.InteractiveHeaderText, "The header");

        private protected override void WriteContent(Utf8JsonWriter writer) => writer.WriteString("text"u8, text);
    }

    private sealed class MediaHeader(string type, MediaSource media, string? fileName) : MessageHeader
    {
        public override string Type => type;

        internal override void Validate(Violations violations, WirePath at)
        {
            WirePath path = at.Below($".{type}");
            media.Validate(violations, path, $"The {type} of the header");
            violations.AllowText(path.Below(".filename"), fileName, MessageLimits.DocumentFileName, "The file name");
        }

        private protected override void WriteContent(Utf8JsonWriter writer)
        {
            writer.WriteStartObject(type);
            media.Write(writer);
            if (!string.IsNullOrEmpty(fileName))
            {
                writer.WriteString("filename"u8, fileName);
            }

            writer.WriteEndObject();
        }
    }
}

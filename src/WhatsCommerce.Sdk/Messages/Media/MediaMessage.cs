namespace WhatsCommerce.Messages;

/// <summary>Represents a media message: a picture, a video, audio, a document or a sticker.</summary>
public abstract class MediaMessage : OutboundMessage
{
    private protected MediaMessage(MediaSource source) => Source = source;

    /// <summary>The source of the file.</summary>
    public MediaSource Source { get; }

    /// <summary>Writes the members besides the source.</summary>
    private protected virtual void WriteDetails(Utf8JsonWriter writer) { }

    private protected override bool SuitsGroups => true;

    private protected sealed override void WriteContent(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, Kind);
        writer.WriteStartObject(Kind);
        Source.Write(writer);
        WriteDetails(writer);
        writer.WriteEndObject();
    }
}

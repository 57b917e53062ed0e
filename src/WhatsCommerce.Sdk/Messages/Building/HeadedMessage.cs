namespace WhatsCommerce.Messages;

/// <summary>An interactive message that may have a header: a text, or a picture, a video or a document.</summary>
public abstract class HeadedMessage : InteractiveMessage
{
    private protected HeadedMessage(MessageHeader? header, string? body, string? footer)
        : base(body, footer) => Header = header;

    /// <summary>The header above the body, or <see langword="null"/>.</summary>
    public MessageHeader? Header { get; }

    private protected sealed override void WriteHeader(Utf8JsonWriter writer) => Header?.Write(writer);
}

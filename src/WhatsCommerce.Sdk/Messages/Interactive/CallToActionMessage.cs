namespace WhatsCommerce.Messages;

/// <summary>
/// Represents a message with a button that opens a URL (<c>cta_url</c>). Created by <see cref="Message.CallToAction(string?, string?)"/>.
/// </summary>
public sealed class CallToActionMessage : HeadedMessage
{
    internal CallToActionMessage(MessageHeader? header, string body, string? footer, string displayText, string url)
        : base(header, body, footer)
    {
        DisplayText = displayText;
        Url = new Uri(url);
    }

    /// <inheritdoc/>
    public override string Kind => "cta_url";

    /// <summary>The text of the button.</summary>
    public string DisplayText { get; }

    /// <summary>The URL that the button opens.</summary>
    public Uri Url { get; }

    private protected override void WriteAction(Utf8JsonWriter writer) => WriteAction(writer, DisplayText, Url);

    /// <summary>Writes the members of <c>action</c>, of a message or of a card.</summary>
    internal static void WriteAction(Utf8JsonWriter writer, string displayText, Uri url)
    {
        writer.WriteString("name"u8, "cta_url"u8);
        writer.WriteStartObject("parameters"u8);
        writer.WriteString("display_text"u8, displayText);
        writer.WriteString("url"u8, url.OriginalString);
        writer.WriteEndObject();
    }
}

namespace WhatsCommerce.Messages;

/// <summary>A plain text. Created by <see cref="Message.Text"/> or <see cref="Message.CatalogLink(string?)"/>.</summary>
public sealed class TextMessage : OutboundMessage
{
    internal TextMessage(string body, bool? previewUrl)
    {
        Body = body;
        PreviewUrl = previewUrl;
    }

    /// <inheritdoc/>
    public override string Kind => "text";

    /// <summary>The text.</summary>
    public string Body { get; }

    /// <summary>Whether a preview of a link is shown; <see langword="null"/> for Meta's default.</summary>
    public bool? PreviewUrl { get; }

    private protected override bool SuitsGroups => true;

    private protected override void WriteContent(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "text"u8);
        writer.WriteStartObject("text"u8);
        if (PreviewUrl is bool previewUrl)
        {
            writer.WriteBoolean("preview_url"u8, previewUrl);
        }

        writer.WriteString("body"u8, Body);
        writer.WriteEndObject();
    }
}

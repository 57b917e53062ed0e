namespace WhatsCommerce.Messages;

/// <summary>Represents an interactive message, which has something to tap: <c>"type": "interactive"</c>.</summary>
public abstract class InteractiveMessage : OutboundMessage
{
    private protected InteractiveMessage(string? body, string? footer)
    {
        Body = body;
        Footer = footer;
    }

    /// <summary>The text of the message; <see langword="null"/> where it is optional and was not set.</summary>
    public string? Body { get; }

    /// <summary>The small text below the body, or <see langword="null"/>.</summary>
    public string? Footer { get; }

    /// <summary>Writes the member <c>header</c>, if the message has one.</summary>
    private protected virtual void WriteHeader(Utf8JsonWriter writer) { }

    /// <summary>Writes the members of <c>action</c>.</summary>
    private protected abstract void WriteAction(Utf8JsonWriter writer);

    private protected sealed override void WriteContent(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "interactive"u8);
        writer.WriteStartObject("interactive"u8);
        writer.WriteString("type"u8, Kind);
        WriteHeader(writer);
        WriteText(writer, "body"u8, Body);
        WriteText(writer, "footer"u8, Footer);
        writer.WriteStartObject("action"u8);
        WriteAction(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private protected static void WriteTextHeader(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject("header"u8);
        writer.WriteString("type"u8, "text"u8);
        writer.WriteString("text"u8, text);
        writer.WriteEndObject();
    }

    private protected static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            writer.WriteStartObject(name);
            writer.WriteString("text"u8, text);
            writer.WriteEndObject();
        }
    }
}

using System.Text.Json;

namespace WhatsCommerce.Messages;

/// <summary>A message from a template that Meta approved; it may be sent outside of the 24-hour window. Made by <see cref="Message.Template"/>.</summary>
public sealed class TemplateMessage : OutboundMessage
{
    private readonly TemplateContent _content;
    private readonly TimeProvider _clock;

    internal TemplateMessage(string name, string language, TemplateContent content, TimeProvider clock)
    {
        Name = name;
        Language = language;
        _content = content;
        _clock = clock;
    }

    /// <inheritdoc/>
    public override string Kind => "template";

    /// <summary>The name of the template.</summary>
    public string Name { get; }

    /// <summary>The language of the template.</summary>
    public string Language { get; }

    private protected override TimeProvider Clock => _clock;

    private protected override void ValidateAtSend(Violations violations)
    {
        violations.Enter("template");
        _content.ValidateAtSend(violations);
        violations.Leave();
    }

    private protected override void WriteContent(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "template"u8);
        writer.WriteStartObject("template"u8);
        writer.WriteString("name"u8, Name);
        writer.WriteStartObject("language"u8);
        writer.WriteString("code"u8, Language);
        writer.WriteEndObject();
        _content.Write(writer);
        writer.WriteEndObject();
    }
}

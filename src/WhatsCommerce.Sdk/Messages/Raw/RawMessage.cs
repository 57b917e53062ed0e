namespace WhatsCommerce.Messages;

/// <summary>
/// Represents a message whose content is given as JSON, for types without a builder. Created by <see cref="Message.Raw"/>.
/// </summary>
public sealed class RawMessage : OutboundMessage
{
    internal RawMessage(string type, JsonElement payload)
    {
        Type = type;
        Payload = payload;
    }

    /// <summary>The type of an interactive message, if this is one, else <see cref="Type"/>.</summary>
    public override string Kind => Type == "interactive"
        && Payload.ValueKind == JsonValueKind.Object
        && Payload.TryGetProperty("type"u8, out JsonElement type)
        && type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : Type;

    /// <summary>The type of the message, which is also the name of the member with <see cref="Payload"/>.</summary>
    public string Type { get; }

    /// <summary>The content, written as it is.</summary>
    public JsonElement Payload { get; }

    private protected override bool SuitsGroups => true;

    private protected override void WriteContent(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, Type);
        writer.WritePropertyName(Type);
        Payload.WriteTo(writer);
    }
}

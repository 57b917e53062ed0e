namespace WhatsCommerce.Json;

/// <summary>Reads a string, or the number that some responses contain instead, such as a WhatsApp id without quotation marks.</summary>
internal sealed class DigitsConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
        JsonTokenType.String or JsonTokenType.Null => reader.GetString(),
        _ => throw new JsonException($"A text was expected, not {reader.TokenType}"),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

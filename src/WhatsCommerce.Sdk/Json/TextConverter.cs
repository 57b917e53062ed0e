namespace WhatsCommerce.Json;

/// <summary>Reads an id or a word of Meta's: a string, or the number that some responses contain instead.</summary>
/// <param name="make">Creates the value; <see langword="null"/> is absent.</param>
internal abstract class TextConverter<T>(Func<string?, T> make) : JsonConverter<T>
    where T : struct
{
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => make(reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
        _ => throw new JsonException($"{typeof(T).Name} is a text, not {reader.TokenType}"),
    });

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

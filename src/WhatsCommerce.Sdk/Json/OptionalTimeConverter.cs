namespace WhatsCommerce.Json;

/// <summary>Like <see cref="GraphTimeConverter"/>; a blank text is treated as absent.</summary>
internal sealed class OptionalTimeConverter : JsonConverter<DateTimeOffset?>
{
    private static readonly GraphTimeConverter Times = new();

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null
            || (reader.TokenType == JsonTokenType.String && string.IsNullOrWhiteSpace(reader.GetString()))
            ? null
            : Times.Read(ref reader, typeof(DateTimeOffset), options);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is DateTimeOffset time)
        {
            writer.WriteStringValue(time);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

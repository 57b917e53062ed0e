using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WhatsCommerce.Json;

/// <summary>Reads times as the Graph API prints them: <c>2026-11-20T10:00:00+0000</c>, or seconds since 1970.</summary>
internal sealed class GraphTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long seconds) && Math.Abs(seconds) < 100_000_000_000)
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        return reader.TokenType == JsonTokenType.String
            && DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw new JsonException("A time is written as 2026-11-20T10:00:00+0000, or as seconds since 1970");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

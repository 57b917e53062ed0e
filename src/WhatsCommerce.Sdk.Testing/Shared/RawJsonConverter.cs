using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace WhatsCommerce.Testing;

/// <summary>JSON in UTF-8 that stands within other JSON as it is.</summary>
internal abstract class RawJsonConverter(JsonTokenType begin) : JsonConverter<byte[]>
{
    public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != begin)
        {
            throw new JsonException($"it is no {(begin is JsonTokenType.StartObject ? "object" : "array")}");
        }

        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return JsonMarshal.GetRawUtf8Value(document.RootElement).ToArray();
    }

    public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value, skipInputValidation: true);
}

/// <summary>A JSON object in UTF-8.</summary>
internal sealed class RawObjectConverter() : RawJsonConverter(JsonTokenType.StartObject);

/// <summary>A JSON array in UTF-8.</summary>
internal sealed class RawArrayConverter() : RawJsonConverter(JsonTokenType.StartArray);

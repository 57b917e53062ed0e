namespace WhatsCommerce.Json;

/// <summary>
/// Reads a list of maps in both formats of the Graph API: <c>[{"key": k, "value": v}]</c> and <c>[{k: v}]</c>.
/// </summary>
internal sealed class TextMapConverter : JsonConverter<IReadOnlyDictionary<string, string>>
{
    public override IReadOnlyDictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Maps are read only.");

    internal static Dictionary<string, string> Read(JsonElement json)
    {
        Dictionary<string, string> pairs = new(StringComparer.Ordinal);
        foreach (JsonElement map in json.ValueKind == JsonValueKind.Array ? json.EnumerateArray().ToArray() : [json])
        {
            if (map.ValueKind != JsonValueKind.Object)
            {
                throw new JsonException("A map is an object");
            }

            if (map.TryGetProperty("key"u8, out JsonElement key) && map.TryGetProperty("value"u8, out JsonElement value))
            {
                pairs[key.ToString()] = value.ToString();
                continue;
            }

            foreach (JsonProperty member in map.EnumerateObject())
            {
                pairs[member.Name] = member.Value.ToString();
            }
        }

        return pairs;
    }
}

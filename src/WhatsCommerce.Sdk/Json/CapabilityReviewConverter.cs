using System.Text.Json;
using System.Text.Json.Serialization;
using WhatsCommerce.Catalogs;

namespace WhatsCommerce.Json;

/// <summary>Reads a list of maps, in either of the ways in which the Graph API prints maps: <c>[{"key": k, "value": v}]</c> and <c>[{k: v}]</c>.</summary>
internal sealed class CapabilityReviewConverter : JsonConverter<IReadOnlyDictionary<string, ReviewStatus>>
{
    public override IReadOnlyDictionary<string, ReviewStatus> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        Dictionary<string, ReviewStatus> statuses = new(StringComparer.Ordinal);
        foreach (JsonElement map in document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement.EnumerateArray().ToArray() : [document.RootElement])
        {
            if (map.ValueKind != JsonValueKind.Object)
            {
                throw new JsonException("A map is an object");
            }

            if (map.TryGetProperty("key"u8, out JsonElement key) && map.TryGetProperty("value"u8, out JsonElement value))
            {
                statuses[key.ToString()] = value.ToString();
                continue;
            }

            foreach (JsonProperty member in map.EnumerateObject())
            {
                statuses[member.Name] = member.Value.ToString();
            }
        }

        return statuses;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, ReviewStatus> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Review states are read only.");
}

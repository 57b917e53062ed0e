namespace WhatsCommerce.Json;

/// <summary>Reads a duration in seconds. An invalid one is treated as absent.</summary>
internal sealed class SecondsConverter : JsonConverter<TimeSpan?>
{
    private const long Longest = 100L * 365 * 24 * 3600;

    public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind is JsonValueKind.Number or JsonValueKind.String
            && long.TryParse(document.RootElement.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            && seconds is > 0 and < Longest
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Lengths of time are read only.");
}

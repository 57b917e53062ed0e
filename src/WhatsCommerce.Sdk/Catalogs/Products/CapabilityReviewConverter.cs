namespace WhatsCommerce.Catalogs;

/// <summary>Reads the review status for each capability, as <see cref="TextMapConverter"/> reads maps.</summary>
internal sealed class CapabilityReviewConverter : JsonConverter<IReadOnlyDictionary<string, ReviewStatus>>
{
    public override IReadOnlyDictionary<string, ReviewStatus> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return TextMapConverter.Read(document.RootElement)
            .ToDictionary(pair => pair.Key, pair => new ReviewStatus(pair.Value), StringComparer.Ordinal);
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, ReviewStatus> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Review states are read only.");
}

namespace WhatsCommerce.Templates;

internal sealed class TemplateIdConverter() : TextConverter<TemplateId>(text => text);
internal sealed class TemplateStatusConverter() : TextConverter<TemplateStatus>(text => text);
internal sealed class TemplateCategoryConverter() : TextConverter<TemplateCategory>(text => text);
internal sealed class TemplateSubCategoryConverter() : TextConverter<TemplateSubCategory>(text => text);
internal sealed class TemplateParameterFormatConverter() : TextConverter<TemplateParameterFormat>(text => text);
internal sealed class TemplateRejectionReasonConverter() : TextConverter<TemplateRejectionReason>(text => text);

/// <summary>Reads a quality, whether it comes as a word or as <c>{"score": "GREEN", "date": 1695}</c>.</summary>
internal sealed class TemplateQualityConverter : JsonConverter<TemplateQuality>
{
    public override bool HandleNull => true;

    public override TemplateQuality Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement json = document.RootElement;
        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("score"u8, out JsonElement score))
        {
            json = score;
        }

        return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
    }

    public override void Write(Utf8JsonWriter writer, TemplateQuality value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>Reads the components of a template.</summary>
internal sealed class TemplateComponentsConverter : JsonConverter<TemplateComponents>
{
    public override TemplateComponents Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TemplateReader.Read(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, TemplateComponents value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Components are written with their definition.");
}

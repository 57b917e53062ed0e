namespace WhatsCommerce.Templates;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(TemplateIdConverter),
        typeof(TemplateStatusConverter),
        typeof(TemplateCategoryConverter),
        typeof(TemplateSubCategoryConverter),
        typeof(TemplateParameterFormatConverter),
        typeof(TemplateRejectionReasonConverter),
        typeof(TemplateQualityConverter),
        typeof(TemplateComponentsConverter),
        typeof(GraphTimeConverter),
    ])]
[JsonSerializable(typeof(SuccessResponse))]
[JsonSerializable(typeof(CreatedTemplate))]
[JsonSerializable(typeof(DataResponse<CreatedTemplate>))]
[JsonSerializable(typeof(PageResponse<LibraryTemplate>))]
[JsonSerializable(typeof(DataResponse<ComparisonMetric>))]
[JsonSerializable(typeof(IdResponse))]
[JsonSerializable(typeof(TemplateGroup))]
[JsonSerializable(typeof(PageResponse<TemplateGroup>))]
[JsonSerializable(typeof(MessageTemplate))]
[JsonSerializable(typeof(PageResponse<MessageTemplate>))]
internal sealed partial class TemplatesJson : JsonSerializerContext;

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
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(CreatedTemplate))]
[JsonSerializable(typeof(DataAnswer<CreatedTemplate>))]
[JsonSerializable(typeof(PageAnswer<LibraryTemplate>))]
[JsonSerializable(typeof(DataAnswer<ComparisonMetric>))]
[JsonSerializable(typeof(IdAnswer))]
[JsonSerializable(typeof(TemplateGroup))]
[JsonSerializable(typeof(PageAnswer<TemplateGroup>))]
[JsonSerializable(typeof(MessageTemplate))]
[JsonSerializable(typeof(PageAnswer<MessageTemplate>))]
internal sealed partial class TemplatesJson : JsonSerializerContext;

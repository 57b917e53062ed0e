namespace WhatsCommerce.Flows;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(FlowStatusConverter), typeof(FlowCategoryConverter), typeof(FlowSendabilityConverter), typeof(GraphTimeConverter),
    ])]
[JsonSerializable(typeof(SuccessResponse))]
[JsonSerializable(typeof(Flow))]
[JsonSerializable(typeof(PageResponse<Flow>))]
[JsonSerializable(typeof(PageResponse<FlowAsset>))]
[JsonSerializable(typeof(CreatedFlow))]
[JsonSerializable(typeof(FlowUploadResponse))]
[JsonSerializable(typeof(FlowPreviewResponse))]
[JsonSerializable(typeof(FlowMetricResponse))]
[JsonSerializable(typeof(FlowMigration))]
internal sealed partial class FlowsJson : JsonSerializerContext;

internal sealed class FlowStatusConverter() : TextConverter<FlowStatus>(text => new(text));
internal sealed class FlowCategoryConverter() : TextConverter<FlowCategory>(text => text);
internal sealed class FlowSendabilityConverter() : TextConverter<FlowSendability>(text => new(text));

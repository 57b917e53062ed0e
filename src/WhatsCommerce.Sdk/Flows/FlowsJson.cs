namespace WhatsCommerce.Flows;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(FlowStatusConverter), typeof(FlowCategoryConverter), typeof(FlowSendabilityConverter), typeof(GraphTimeConverter),
    ])]
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(Flow))]
[JsonSerializable(typeof(PageAnswer<Flow>))]
[JsonSerializable(typeof(PageAnswer<FlowAsset>))]
[JsonSerializable(typeof(CreatedFlow))]
[JsonSerializable(typeof(FlowUploadAnswer))]
[JsonSerializable(typeof(FlowPreviewAnswer))]
[JsonSerializable(typeof(FlowMetricAnswer))]
[JsonSerializable(typeof(FlowMigration))]
internal sealed partial class FlowsJson : JsonSerializerContext;

internal sealed class FlowStatusConverter() : TextConverter<FlowStatus>(text => new(text));
internal sealed class FlowCategoryConverter() : TextConverter<FlowCategory>(text => text);
internal sealed class FlowSendabilityConverter() : TextConverter<FlowSendability>(text => new(text));

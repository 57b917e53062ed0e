namespace WhatsCommerce.Analytics;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(GraphTimeConverter), typeof(DigitsConverter), typeof(MeasuredGroupIdConverter)])]
[JsonSerializable(typeof(AnalyticsResponse))]
[JsonSerializable(typeof(PageResponse<PointList<TemplateDataPoint>>))]
[JsonSerializable(typeof(PageResponse<PointList<GroupDataPoint>>))]
[JsonSerializable(typeof(ConfirmationResponse))]
internal sealed partial class AnalyticsJson : JsonSerializerContext;

internal sealed class MeasuredGroupIdConverter() : TextConverter<GroupId>(text => text);

namespace WhatsCommerce.Analytics;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(GraphTimeConverter), typeof(DigitsConverter), typeof(MeasuredGroupIdConverter)])]
[JsonSerializable(typeof(AnalyticsAnswer))]
[JsonSerializable(typeof(PageAnswer<PointList<TemplateDataPoint>>))]
[JsonSerializable(typeof(PageAnswer<PointList<GroupDataPoint>>))]
[JsonSerializable(typeof(ConfirmationAnswer))]
internal sealed partial class AnalyticsJson : JsonSerializerContext;

internal sealed class MeasuredGroupIdConverter() : TextConverter<GroupId>(text => text);

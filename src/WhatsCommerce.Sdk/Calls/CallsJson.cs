namespace WhatsCommerce.Calls;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(GraphTimeConverter)])]
[JsonSerializable(typeof(SuccessResponse))]
[JsonSerializable(typeof(CallStartResponse))]
[JsonSerializable(typeof(CallPermissionsResponse))]
[JsonSerializable(typeof(NumberSettingsResponse))]
internal sealed partial class CallsJson : JsonSerializerContext;

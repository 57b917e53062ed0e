namespace WhatsCommerce.Calls;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(GraphTimeConverter)])]
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(CallStartAnswer))]
[JsonSerializable(typeof(CallPermissionsAnswer))]
[JsonSerializable(typeof(NumberSettingsAnswer))]
internal sealed partial class CallsJson : JsonSerializerContext;

namespace WhatsCommerce.Commerce;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(DataAnswer<CommerceSettingsAnswer>))]
[JsonSerializable(typeof(DataAnswer<BusinessComplianceAnswer>))]
internal sealed partial class CommerceJson : JsonSerializerContext;

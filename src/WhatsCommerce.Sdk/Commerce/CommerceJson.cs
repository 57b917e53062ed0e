namespace WhatsCommerce.Commerce;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(SuccessResponse))]
[JsonSerializable(typeof(DataResponse<CommerceSettingsResponse>))]
[JsonSerializable(typeof(DataResponse<BusinessComplianceResponse>))]
internal sealed partial class CommerceJson : JsonSerializerContext;

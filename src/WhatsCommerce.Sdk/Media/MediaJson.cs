namespace WhatsCommerce.Media;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(SuccessResponse))]
[JsonSerializable(typeof(MediaResponse))]
internal sealed partial class MediaJson : JsonSerializerContext;

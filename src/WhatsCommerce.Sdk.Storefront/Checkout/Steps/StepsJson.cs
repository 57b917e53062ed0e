namespace WhatsCommerce.Storefronts;

/// <summary>The JSON serialization of answers that have several parts.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeliveryAddress))]
internal sealed partial class StepsJson : JsonSerializerContext;

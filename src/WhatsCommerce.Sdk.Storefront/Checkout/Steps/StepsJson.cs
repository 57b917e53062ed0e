namespace WhatsCommerce.Storefronts;

/// <summary>How answers with several parts are stored.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeliveryAddress))]
internal sealed partial class StepsJson : JsonSerializerContext;

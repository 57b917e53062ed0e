namespace WhatsCommerce.Payments;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(GraphTimeConverter)])]
[JsonSerializable(typeof(PaymentsAnswer))]
[JsonSerializable(typeof(RefundAnswer))]
internal sealed partial class PaymentsJson : JsonSerializerContext;

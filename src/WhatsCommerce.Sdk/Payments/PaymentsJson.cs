namespace WhatsCommerce.Payments;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(GraphTimeConverter)])]
[JsonSerializable(typeof(PaymentsResponse))]
[JsonSerializable(typeof(RefundResponse))]
internal sealed partial class PaymentsJson : JsonSerializerContext;

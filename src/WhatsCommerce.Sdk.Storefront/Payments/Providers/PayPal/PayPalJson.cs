namespace WhatsCommerce.Storefronts;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PayPalOrderRequest))]
[JsonSerializable(typeof(PayPalOrder))]
[JsonSerializable(typeof(PayPalNothing))]
[JsonSerializable(typeof(PayPalCapture))]
[JsonSerializable(typeof(PayPalRefundRequest))]
[JsonSerializable(typeof(PayPalRefund))]
[JsonSerializable(typeof(PayPalDisputes))]
[JsonSerializable(typeof(PayPalDispute))]
[JsonSerializable(typeof(PayPalToken))]
internal sealed partial class PayPalJson : JsonSerializerContext;

namespace WhatsCommerce.Storefronts;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RazorpayLinkRequest))]
[JsonSerializable(typeof(RazorpayNothing))]
[JsonSerializable(typeof(RazorpayLink))]
[JsonSerializable(typeof(RazorpayLinks))]
[JsonSerializable(typeof(RazorpayPayment))]
[JsonSerializable(typeof(RazorpayRefundRequest))]
[JsonSerializable(typeof(RazorpayRefund))]
[JsonSerializable(typeof(RazorpayRefunds))]
[JsonSerializable(typeof(RazorpayDisputes))]
internal sealed partial class RazorpayJson : JsonSerializerContext;

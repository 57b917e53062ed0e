namespace WhatsCommerce.QrCodes;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(QrCode))]
[JsonSerializable(typeof(PageAnswer<QrCode>))]
[JsonSerializable(typeof(DataAnswer<QrCode>))]
[JsonSerializable(typeof(QrCodeBody))]
internal sealed partial class QrCodesJson : JsonSerializerContext;

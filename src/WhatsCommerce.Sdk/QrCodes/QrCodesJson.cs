namespace WhatsCommerce.QrCodes;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SuccessResponse))]
[JsonSerializable(typeof(QrCode))]
[JsonSerializable(typeof(PageResponse<QrCode>))]
[JsonSerializable(typeof(DataResponse<QrCode>))]
[JsonSerializable(typeof(QrCodeBody))]
internal sealed partial class QrCodesJson : JsonSerializerContext;

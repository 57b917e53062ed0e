namespace WhatsCommerce.QrCodes;

/// <summary>Represents a QR code and short link that opens a chat with the business, with a prefilled text.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, <c>QrCodeDetails</c>.</remarks>
public sealed record QrCode : IGraphResponse
{
    /// <summary><c>code</c>: the id of the QR code, 14 characters.</summary>
    public string Code { get; init; } = "";

    /// <summary><c>prefilled_message</c>: the text in the customer's chat, ready to be sent.</summary>
    public string? PrefilledMessage { get; init; }

    /// <summary><c>deep_link_url</c>: the short link behind the QR code, such as <c>https://wa.me/message/ANED2T5QRU7HG1</c>.</summary>
    [JsonPropertyName("deep_link_url")]
    public Uri? DeepLink { get; init; }

    /// <summary><c>qr_image_url</c>: the URL of the picture, if it was requested. It expires: download the picture.</summary>
    [JsonPropertyName("qr_image_url")]
    public Uri? ImageUrl { get; init; }

    bool IGraphResponse.IsComplete => Code.Length > 0;
}

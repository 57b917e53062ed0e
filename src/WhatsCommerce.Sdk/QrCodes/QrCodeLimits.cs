namespace WhatsCommerce.QrCodes;

/// <summary>The limits of QR codes.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, <c>CreateQrCodeRequest</c>.</remarks>
public static class QrCodeLimits
{
    /// <summary>The maximum length in characters of the text that a QR code puts into the chat.</summary>
    public static int PrefilledMessageLength => 140;
}

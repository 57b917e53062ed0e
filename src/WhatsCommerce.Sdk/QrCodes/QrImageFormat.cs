namespace WhatsCommerce.QrCodes;

/// <summary>The format of the picture of a QR code; unlisted values are kept; absent for no picture.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, <c>CreateQrCodeRequest</c>.</remarks>
[OpenWord(HasValue = true)]
public readonly partial record struct QrImageFormat
{
    /// <summary>Portable Network Graphics.</summary>
    [Word("PNG")]
    public static partial QrImageFormat Png { get; }

    /// <summary>Scalable Vector Graphics.</summary>
    [Word("SVG")]
    public static partial QrImageFormat Svg { get; }
}

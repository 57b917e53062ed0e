namespace WhatsCommerce.QrCodes;

/// <summary>The JSON that creates a QR code, or changes the one with the given code. Source: Meta's OpenAPI v23.0.</summary>
internal sealed record QrCodeBody(string? PrefilledMessage)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    [JsonPropertyName("generate_qr_image"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ImageFormat { get; init; }

    public void Check()
    {
        Violations violations = new();
        violations.RequireText("prefilled_message", PrefilledMessage, QrCodeLimits.PrefilledMessageLength, "The text");
        violations.ThrowIfAny("The QR code was not sent");
    }
}

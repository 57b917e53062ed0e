namespace WhatsCommerce.Testing.Judging.Numbers;

/// <summary>The rules for QR codes. Source: Meta's published OpenAPI description, message_qrdls.</summary>
internal static class QrCodeRules
{
    private const int TextLimit = 140;

    private static readonly string[] Known = ["code", "prefilled_message", "deep_link_url", "creation_time", "qr_image_url"];

    /// <summary>Validates the content of a QR code.</summary>
    public static Refusal? Judge(string? text, string? format) =>
        string.IsNullOrWhiteSpace(text) ? Refusals.Required("prefilled_message")
        : Json.Length(text) > TextLimit ? Refusals.TooLong("prefilled_message", TextLimit)
        : format is not (null or "PNG" or "SVG") ? Refusals.NotOneOf("generate_qr_image", "PNG, SVG", format)
        : null;

    /// <summary>The requested fields; the image is requested with its format.</summary>
    public static Refusal? Fields(string? fields) => (fields ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(field => field.Split('.')[0])
        .FirstOrDefault(field => !Known.Contains(field)) is { } odd
        ? new(400, 100, $"(#100) Tried accessing nonexisting field ({odd}) on node type (WhatsAppMessageQRCode)")
        : null;
}

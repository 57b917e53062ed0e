namespace WhatsCommerce.Testing.Judging.Media;

/// <summary>
/// The rules for the type and the size of an uploaded file. An MB is 1024 * 1024 bytes, the larger of the two meanings. Source: Meta,
/// business-phone-numbers/media, "Supported media types".
/// </summary>
internal static class MediaUploadRules
{
    /// <summary>The maximum size over all types, which is that of documents.</summary>
    public const int MaxBytes = 100 * Megabyte;

    private const int Megabyte = 1024 * 1024;
    private const int AnimatedStickerBytes = 500 * 1024;
    private const int StickerBytes = 100 * 1024;

    private static readonly string[] Types =
    [
        "audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg", "audio/opus",
        "application/vnd.ms-powerpoint", "application/msword",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/pdf", "text/plain", "application/vnd.ms-excel",
        "image/jpeg", "image/png", "image/webp", "video/mp4", "video/3gpp",
    ];

    // Meta's page writes video/3gp, its error video/3gpp: both are accepted.
    private static readonly FrozenSet<string> Known = Types.Append("video/3gp").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Validates a file.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="ofTheFile">The content type of the part with the file, if it has one.</param>
    /// <param name="ofTheRequest">The parameter <c>type</c>, if there is one.</param>
    /// <param name="mimeType">The effective type: that of the file, or that of the request if the file has none.</param>
    public static Refusal? Judge(ReadOnlySpan<byte> content, string? ofTheFile, string? ofTheRequest, out string mimeType)
    {
        mimeType = (IsKnown(ofTheFile)
            ? ofTheFile
            : IsKnown(ofTheRequest) ? ofTheRequest : ofTheFile ?? ofTheRequest ?? "application/octet-stream")!;
        if (!IsKnown(mimeType))
        {
            return new(
                400,
                100,
                $"(#100) Param file must be a file with one of the following types: {string.Join(", ", Types)}. Received file of type "
                    + $"'{mimeType}'.");
        }

        if (Bare(mimeType) is "audio/ogg"
            or "audio/opus" && !mimeType.Replace(" ", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)
            .Equals("audio/ogg;codecs=opus", StringComparison.OrdinalIgnoreCase))
        {
            return new(400, 131053, "(#131053) Media upload error")
            {
                Details = $"For OGG files, only 'audio/ogg; codecs=opus' is supported. Received file of type '{mimeType}'.",
            };
        }

        // It becomes a header of the download, and headers may contain only printable ASCII.
        mimeType = mimeType.All(static c => c is >= ' ' and <= '~') ? mimeType : Bare(mimeType);
        int limit = LimitOf(Bare(mimeType), content);
        return content.IsEmpty ? Refusals.Required("file")
            : content.Length > limit ? new(400, 100, "(#100) Invalid parameter")
            {
                UserTitle = "File Too Large",
                UserMessage = string.Create(
                    CultureInfo.InvariantCulture,
                    $"Media upload error (131053): the file has {content.Length} bytes, and a file of type {Bare(mimeType)} may have at "
                        + $"most {limit}."),
            }
            : null;
    }

    private static int LimitOf(string type, ReadOnlySpan<byte> content) => type switch
    {
        "image/webp" => IsAnimated(content) ? AnimatedStickerBytes : StickerBytes,
        _ when type.StartsWith("image/", StringComparison.Ordinal) => 5 * Megabyte,
        _ when type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal) => 16 * Megabyte,
        _ => MaxBytes,
    };

    // Source: Google, WebP container specification, "Extended file format": RIFF, size, WEBP, VP8X, size, flags.
    private static bool IsAnimated(ReadOnlySpan<byte> content) =>
        content.Length > 20 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBPVP8X"u8) && (content[20] & 0x02) != 0;

    private static bool IsKnown(string? type) => type is not null && Known.Contains(Bare(type));

    private static string Bare(string type) => type.Split(';', 2)[0].Trim().ToLowerInvariant();
}

using System.Collections.Frozen;

namespace WhatsCommerce.Media;

/// <summary>Contains the limits that a file is checked against before it is uploaded.</summary>
/// <remarks>
/// Meta does not define KB and MB; the larger meaning is used (1 KB = 1024 bytes), so that no file is rejected that Meta accepts.
/// </remarks>
public static class MediaLimits
{
    /// <summary>Audio: 16 MB. Source: Meta, business-phone-numbers/media, "Supported media types".</summary>
    public static int AudioBytes => 16 * 1024 * 1024;

    /// <summary>A document: 100 MB. Source: Meta, business-phone-numbers/media, "Supported media types".</summary>
    public static int DocumentBytes => 100 * 1024 * 1024;

    /// <summary>A picture: 5 MB. Source: Meta, business-phone-numbers/media, "Supported media types".</summary>
    public static int ImageBytes => 5 * 1024 * 1024;

    /// <summary>A static sticker: 100 KB. Source: Meta, business-phone-numbers/media, "Supported media types".</summary>
    public static int StaticStickerBytes => 100 * 1024;

    /// <summary>An animated sticker: 500 KB. Source: Meta, business-phone-numbers/media, "Supported media types".</summary>
    public static int AnimatedStickerBytes => 500 * 1024;

    /// <summary>A video: 16 MB. Source: Meta, business-phone-numbers/media, "Supported media types".</summary>
    public static int VideoBytes => 16 * 1024 * 1024;

    /// <summary>Gets the content types that can be uploaded, and the use of each; case-insensitive.</summary>
    /// <remarks>
    /// OGG is for the Opus codec only. Video is H.264 with AAC, or without sound. For 3GP, Meta's page says video/3gp and the standard
    /// video/3gpp; both are accepted. Source: Meta, business-phone-numbers/media, "Supported media types".
    /// </remarks>
    public static IReadOnlyDictionary<string, MediaKind> ContentTypes { get; } = new Dictionary<string, MediaKind>
    {
        ["audio/aac"] = MediaKind.Audio,
        ["audio/amr"] = MediaKind.Audio,
        ["audio/mpeg"] = MediaKind.Audio,
        ["audio/mp4"] = MediaKind.Audio,
        ["audio/ogg"] = MediaKind.Audio,
        ["audio/opus"] = MediaKind.Audio,
        ["text/plain"] = MediaKind.Document,
        ["application/pdf"] = MediaKind.Document,
        ["application/msword"] = MediaKind.Document,
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = MediaKind.Document,
        ["application/vnd.ms-excel"] = MediaKind.Document,
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = MediaKind.Document,
        ["application/vnd.ms-powerpoint"] = MediaKind.Document,
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = MediaKind.Document,
        ["image/jpeg"] = MediaKind.Image,
        ["image/png"] = MediaKind.Image,
        ["image/webp"] = MediaKind.Sticker,
        ["video/mp4"] = MediaKind.Video,
        ["video/3gp"] = MediaKind.Video,
        ["video/3gpp"] = MediaKind.Video,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the maximum size in bytes of a file of a kind; for stickers, that of animated ones.</summary>
    /// <param name="kind">The use of the file.</param>
    public static int MaxBytes(MediaKind kind) => kind switch
    {
        MediaKind.Audio => AudioBytes,
        MediaKind.Document => DocumentBytes,
        MediaKind.Image => ImageBytes,
        MediaKind.Sticker => AnimatedStickerBytes,
        MediaKind.Video => VideoBytes,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of media."),
    };
}

using System.Collections.Frozen;

namespace WhatsCommerce.Media;

/// <summary>Every limit that a file is checked against before it is uploaded.</summary>
/// <remarks>
/// Meta writes KB and MB without saying which; the larger meaning is taken (1 KB = 1024 bytes), so that nothing is refused that Meta takes.
/// </remarks>
public static class MediaLimits
{
    /// <summary>A sound: 16 MB. Source: Meta, business-phone-numbers/media, "Supported media types".</summary>
    public static int AudioBytes => 16 * 1024 * 1024;

    /// <summary>A document: 100 MB. Source: Meta, business-phone-numbers/media, "Supported media types".</summary>
    public static int DocumentBytes => 100 * 1024 * 1024;

    /// <summary>A picture: 5 MB. Source: Meta, business-phone-numbers/media, "Supported media types".</summary>
    public static int ImageBytes => 5 * 1024 * 1024;

    /// <summary>A sticker that does not move: 100 KB. Source: Meta, business-phone-numbers/media, "Supported media types".</summary>
    public static int StaticStickerBytes => 100 * 1024;

    /// <summary>A sticker that moves: 500 KB. Source: Meta, business-phone-numbers/media, "Supported media types".</summary>
    public static int AnimatedStickerBytes => 500 * 1024;

    /// <summary>A video: 16 MB. Source: Meta, business-phone-numbers/media, "Supported media types".</summary>
    public static int VideoBytes => 16 * 1024 * 1024;

    /// <summary>The content types that can be uploaded, with what each is used for; without regard to case.</summary>
    /// <remarks>
    /// OGG is for the Opus codec only. Video is H.264 with AAC, or without sound. For 3GP the page writes video/3gp, the standard
    /// video/3gpp; both are taken. Source: Meta, business-phone-numbers/media, "Supported media types".
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

    /// <summary>How large a file of a kind may be, in bytes; of stickers those that move.</summary>
    /// <param name="kind">What the file is used for.</param>
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

namespace WhatsCommerce.Messages;

public static partial class Message
{
    /// <summary>Starts a picture message: JPEG or PNG, up to 5 MB.</summary>
    /// <param name="image">An uploaded file (its id) or a link.</param>
    public static ImageMessageBuilder Image(MediaSource image) => new(image);

    /// <summary>Starts a video message: MP4 or 3GP, up to 16 MB.</summary>
    /// <param name="video">An uploaded file (its id) or a link.</param>
    public static VideoMessageBuilder Video(MediaSource video) => new(video);

    /// <summary>
    /// Starts an audio message: AAC, AMR, MP3, M4A or OGG with Opus, up to 16 MB. <c>.Voice()</c> makes it a voice message.
    /// </summary>
    /// <param name="audio">An uploaded file (its id) or a link.</param>
    public static AudioMessageBuilder Audio(MediaSource audio) => new(audio);

    /// <summary>Starts a document message: PDF, text or an Office file, up to 100 MB.</summary>
    /// <param name="document">An uploaded file (its id) or a link.</param>
    public static DocumentMessageBuilder Document(MediaSource document) => new(document);

    /// <summary>Starts a sticker message: WebP, up to 100 KB, or 500 KB if it is animated.</summary>
    /// <param name="sticker">An uploaded file (its id) or a link.</param>
    public static StickerMessageBuilder Sticker(MediaSource sticker) => new(sticker);
}

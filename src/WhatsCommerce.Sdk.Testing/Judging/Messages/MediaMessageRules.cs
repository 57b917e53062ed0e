using WhatsCommerce.Testing.Judging.Media;

namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>
/// The rules of pictures, videos, sounds, documents and stickers: a message that is nothing but a file, with a caption where Meta shows
/// one. Source: Meta, messages/image-messages and its neighbours.
/// </summary>
internal static class MediaMessageRules
{
    public static Refusal? Judge(Place media, string type, MessageContent content)
    {
        if (!media.IsObject)
        {
            return Refusals.Required(media.Path);
        }

        content.Text = media["caption"].Text;
        return MediaFileRules.Judge(media)
            ?? (type is "audio" or "sticker"
                ? media["caption"].Forbid($"{type} messages")
                : media["caption"].AllowText("Caption", Limits.MediaCaption))
            ?? (type == "audio" ? media["voice"].AllowBoolean() : null);
    }
}

using WhatsCommerce.Testing.Judging.Media;

namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>
/// The rules for image, video, audio, document and sticker messages: a file, with a caption for the types that have one. Source: Meta,
/// messages/image-messages and related pages.
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

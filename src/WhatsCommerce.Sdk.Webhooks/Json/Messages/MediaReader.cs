namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>image</c>, <c>video</c>, <c>audio</c>, <c>voice</c>, <c>document</c> and <c>sticker</c>.</summary>
internal static class MediaReader
{
    public static MediaEvent? Read(ref JsonMemberReader r, in Member medium, ref Payload payload)
    {
        PayloadKind kind = payload.Kind;
        string? id = null;
        string? mimeType = null;
        string? sha256 = null;
        string? url = null;
        string? caption = null;
        string? fileName = null;
        bool? voice = null;
        bool? animated = null;
        while (r.NextMember(out Member member))
        {
            bool taken = member.Name.Length switch
            {
                2 when member.Is("id"u8) => r.TryId(out id),
                3 when member.Is("url"u8) => r.TryString(out url),
                5 when kind == PayloadKind.Audio && member.Is("voice"u8) => r.TryBoolean(out voice),
                6 when member.Is("sha256"u8) => r.TryString(out sha256),
                7 when member.Is("caption"u8) => r.TryString(out caption),
                8 when kind == PayloadKind.Document && member.Is("filename"u8) => r.TryString(out fileName),
                8 when kind == PayloadKind.Sticker && member.Is("animated"u8) => r.TryBoolean(out animated),
                9 when member.Is("mime_type"u8) => r.TryWord(out mimeType),
                _ => false,
            };
            if (!taken)
            {
                r.Keep(member, ref payload.Rest, JsonText.Plain(medium.Name) + ".");
            }
        }

        if (id is null)
        {
            payload.Fail(medium, ".id", "There is no id, without which the file cannot be had.");
            return null;
        }

        var media = new MediaHead(id, mimeType, sha256, url, caption);
        return kind switch
        {
            PayloadKind.Image => new ImageEvent(media),
            PayloadKind.Video => new VideoEvent(media),
            PayloadKind.Document => new DocumentEvent(media) { FileName = fileName },
            PayloadKind.Sticker => new StickerEvent(media) { IsAnimated = animated ?? false },
            _ => new AudioEvent(media) { IsVoice = voice ?? kind == PayloadKind.Voice },
        };
    }
}

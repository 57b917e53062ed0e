namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>messages[].referral</c>.</summary>
internal static class ReferralReader
{
    public static bool TryRead(ref JsonMemberReader r, out Referral? referral)
    {
        referral = null;
        if (!r.IsObject)
        {
            return r.IsNull;
        }

        string? sourceUrl = null;
        string? sourceId = null;
        string? sourceType = null;
        string? headline = null;
        string? body = null;
        string? mediaType = null;
        string? imageUrl = null;
        string? videoUrl = null;
        string? thumbnailUrl = null;
        string? clickId = null;
        string? reference = null;
        string? welcome = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            bool taken = member.Name.Length switch
            {
                3 when member.Is("ref"u8) => r.TryString(out reference),
                4 when member.Is("body"u8) => r.TryString(out body),
                8 when member.Is("headline"u8) => r.TryString(out headline),
                9 when member.Is("source_id"u8) => r.TryId(out sourceId),
                9 when member.Is("image_url"u8) => r.TryString(out imageUrl),
                9 when member.Is("video_url"u8) => r.TryString(out videoUrl),
                9 when member.Is("ctwa_clid"u8) => r.TryId(out clickId),
                10 when member.Is("source_url"u8) => r.TryString(out sourceUrl),
                10 when member.Is("media_type"u8) => r.TryWord(out mediaType),
                11 when member.Is("source_type"u8) => r.TryWord(out sourceType),
                13 when member.Is("thumbnail_url"u8) => r.TryString(out thumbnailUrl),
                15 when member.Is("welcome_message"u8) => TryReadWelcome(ref r, ref welcome, ref rest),
                _ => false,
            };
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        referral = new Referral
        {
            SourceUrl = sourceUrl,
            SourceId = sourceId,
            SourceType = sourceType,
            Headline = headline,
            Body = body,
            MediaType = mediaType,
            ImageUrl = imageUrl,
            VideoUrl = videoUrl,
            ThumbnailUrl = thumbnailUrl,
            ClickId = clickId,
            Ref = reference,
            WelcomeMessage = welcome,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
        return true;
    }

    private static bool TryReadWelcome(ref JsonMemberReader r, ref string? text, ref Rest rest)
    {
        if (!r.IsObject)
        {
            return r.IsNull;
        }

        while (r.NextMember(out Member member))
        {
            if (!member.Is("text"u8) || !r.TryString(out text))
            {
                r.Keep(member, ref rest, "welcome_message.");
            }
        }

        return true;
    }
}

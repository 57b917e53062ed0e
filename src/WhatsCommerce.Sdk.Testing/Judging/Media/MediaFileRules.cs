namespace WhatsCommerce.Testing.Judging.Media;

/// <summary>
/// The rules for a media file in a message, a header or a template. Source: Meta, messages/image-messages and related pages.
/// </summary>
internal static class MediaFileRules
{
    /// <summary>A file: uploaded before (<c>id</c>) or fetched by Meta (<c>link</c>), never both; a document may have a name.</summary>
    public static Refusal? Judge(Place media)
    {
        if (media.NeedObject() is { } refusal)
        {
            return refusal;
        }

        bool hasId = !string.IsNullOrWhiteSpace(media["id"].Text);
        bool hasLink = !string.IsNullOrWhiteSpace(media["link"].Text);
        return (hasId, hasLink) switch
        {
            (false, false) => Refusals.Missing($"The parameter {media["id"].Path} or {media["link"].Path} is required."),
            (true, true) => media.Wrong("must have either id or link, not both"),
            _ =>
                (hasLink ? media["link"].NeedWebAddress() ?? OwnHost(media["link"]) : Id(media["id"])) ?? media["filename"].AllowText(
                    "Filename", Limits.FileName),
        };
    }

    private static Refusal? Id(Place id) =>
        id.Text!.Contains("://", StringComparison.Ordinal) ? id.Wrong("is not a media id, but a URL") : null;

    // URLs of Meta's own media servers require a token, which Meta does not send when it fetches a link.
    private static Refusal? OwnHost(Place link)
    {
        string host = new Uri(link.Text!).Host;
        return Array.Exists(["lookaside.fbsbx.com", "whatsapp.net", "fbcdn.net", "fbsbx.com", "cdninstagram.com"],
            own => host == own || host.EndsWith("." + own, StringComparison.Ordinal))
            ? new Refusal(
                400,
                131053,
                "(#131053) Media upload error") { Details = $"The link {link.Path} cannot be downloaded: it requires authorization." }
            : null;
    }
}

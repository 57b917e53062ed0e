namespace WhatsCommerce.Messages;

/// <summary>
/// Represents the source of a picture, video, audio, document or sticker: an uploaded file, or a link from which Meta downloads it.
/// </summary>
/// <remarks>
/// Meta recommends uploading: a link is downloaded again for every message, and if that fails, the message is not delivered (131052,
/// 131053).
/// </remarks>
public readonly record struct MediaSource
{
    private const string NoLink = "A media link is an absolute http or https address, such as https://shop.example/apple.jpg.";

    // Meta's hosts of uploaded media: such a URL requires a token and expires after some minutes, so that Meta cannot download it.
    private static readonly string[] MetasHosts = ["fbsbx.com", "fbcdn.net", "whatsapp.net", "cdninstagram.com"];

    private readonly string? _problem;

    private MediaSource(MediaId id, Uri? link, string? problem)
    {
        Id = id;
        Link = link;
        _problem = problem;
    }

    /// <summary>The id of the uploaded file; absent for a link.</summary>
    public MediaId Id { get; }

    /// <summary>The link; <see langword="null"/> for an uploaded file.</summary>
    public Uri? Link { get; }

    /// <summary>Uses a file that was uploaded.</summary>
    /// <param name="id">The id that the upload returned.</param>
    public static MediaSource FromId(MediaId id) => new(id, null, null);

    /// <summary>Uses a file that Meta downloads.</summary>
    /// <param name="link">An absolute http or https URL that requires no login; anything else becomes a violation.</param>
    public static MediaSource FromLink(string? link) =>
        WebAddress.TryParse(link, out Uri? address) ? new(default, address, null) : new(default, null, NoLink);

    /// <summary>Uses a file that Meta downloads.</summary>
    /// <param name="link">An absolute http or https URL that requires no login; anything else becomes a violation.</param>
    public static MediaSource FromLink(Uri? link) => FromLink(link?.OriginalString);

    /// <summary>Uses a file that was uploaded.</summary>
    /// <param name="id">The id that the upload returned.</param>
    public static implicit operator MediaSource(MediaId id) => FromId(id);

    /// <summary>Uses a file that Meta downloads.</summary>
    /// <param name="link">An absolute http or https URL that requires no login; anything else becomes a violation.</param>
    public static implicit operator MediaSource(Uri? link) => FromLink(link);

    /// <summary>Returns the id or the host of the link; the rest of a link may contain a secret.</summary>
    public override string ToString() => Id.HasValue ? $"id {Id}" : $"link at {Link?.Host}";

    internal void Validate(Violations violations, WirePath path, string name)
    {
        if (_problem is not null)
        {
            violations.Add(path, ViolationRule.Format, _problem);
        }
        else if (Id.HasValue && Id.Value.AsSpan().ContainsAny('/', ':', '.'))
        {
            violations.Add(path, ViolationRule.Format,
                "The id of an uploaded file is digits as a rule, and this one is an address or a name: give a link with "
                    + "MediaSource.FromLink, or the id that the upload gave.");
        }
        else if (Link is not null && MetasHosts.Any(IsOf))
        {
            violations.Add(path, ViolationRule.NotAllowed,
                $"The link leads to Meta's own host ({Link.Host}), whose addresses need a token and end after minutes: give the id of the "
                    + "media, or upload the file.");
        }
        else if (!Id.HasValue && Link is null)
        {
            violations.Add(
                path,
                ViolationRule.Required,
                $"{name} needs the id of an uploaded file (MediaSource.FromId) or a link (MediaSource.FromLink).");
        }
    }

    private bool IsOf(string host) => Link!.Host.Equals(host, StringComparison.OrdinalIgnoreCase)
        || Link.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes <c>id</c> or <c>link</c> into the media object that was begun.</summary>
    internal void Write(Utf8JsonWriter writer)
    {
        if (Id.HasValue)
        {
            writer.WriteString("id"u8, Id.Value);
        }
        else
        {
            // Unchanged: Uri would normalize an international host name or an unescaped character.
            writer.WriteString("link"u8, Link!.OriginalString);
        }
    }
}

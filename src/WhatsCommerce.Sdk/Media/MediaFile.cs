namespace WhatsCommerce.Media;

/// <summary>Represents a file at Meta: its URL and its properties.</summary>
/// <remarks>
/// An app can create one from the <c>url</c> that newer webhooks contain for a file. <see cref="object.ToString"/> hides the URL, which is
/// signed. Source: Meta, business-phone-numbers/media.
/// </remarks>
public sealed partial record MediaFile
{
    /// <summary>The id.</summary>
    public MediaId Id { get; init; }

    /// <summary>The URL of the file; valid for 5 minutes, and only with the token. Download it with <see cref="MediaClient"/>.</summary>
    [Sensitive]
    public Uri? Url { get; init; }

    /// <summary>The content type, such as <c>image/jpeg</c>.</summary>
    public string? MimeType { get; init; }

    /// <summary>
    /// The SHA-256 of the file, in hexadecimal or, as in webhooks, in base64. If it is known, a download is compared with it at its end.
    /// </summary>
    [Sensitive]
    public string? Sha256 { get; init; }

    /// <summary>The size in bytes.</summary>
    public long? FileSize { get; init; }
}

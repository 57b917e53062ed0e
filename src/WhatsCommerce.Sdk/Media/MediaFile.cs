namespace WhatsCommerce.Media;

/// <summary>What Meta knows of a file: where it lies, and what it is.</summary>
/// <remarks>
/// An app can make one from the <c>url</c> that newer webhooks carry with a file. <see cref="object.ToString"/> hides the address, which
/// is signed. Source: Meta, business-phone-numbers/media.
/// </remarks>
public sealed partial record MediaFile
{
    /// <summary>The id.</summary>
    public MediaId Id { get; init; }

    /// <summary>Where the file lies; for five minutes, and only with the token. Download it with <see cref="MediaClient"/>.</summary>
    [Sensitive]
    public Uri? Url { get; init; }

    /// <summary>The content type, such as <c>image/jpeg</c>.</summary>
    public string? MimeType { get; init; }

    /// <summary>
    /// The SHA-256 of the file, in hexadecimal or, as webhooks have it, in base64. Where it is known, a download is compared with it at its
    /// end.
    /// </summary>
    [Sensitive]
    public string? Sha256 { get; init; }

    /// <summary>The size in bytes.</summary>
    public long? FileSize { get; init; }
}

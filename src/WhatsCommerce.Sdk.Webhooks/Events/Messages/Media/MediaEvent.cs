namespace WhatsCommerce.Webhooks;

/// <summary>A media file that a customer sent: picture, video, audio, document or sticker.</summary>
/// <remarks>Handle this type to treat all of them alike, or a derived type. Source: Meta, webhooks/reference/messages.</remarks>
public abstract partial record MediaEvent : MessageEvent
{
    private protected MediaEvent() { }

    /// <summary><c>id</c> with which it can be downloaded for 7 days.</summary>
    [Wire("id", Missing = "There is no id, without which the file cannot be had.")]
    public MediaId MediaId { get; init; }

    /// <summary><c>mime_type</c>, such as <c>image/jpeg</c> or <c>audio/ogg; codecs=opus</c>; the sender's claim.</summary>
    [Wire("mime_type", IsWord = true)]
    public string? MimeType { get; init; }

    /// <summary><c>sha256</c> of the content, in Base64.</summary>
    [Sensitive]
    [Wire("sha256")]
    public string? Sha256 { get; init; }

    /// <summary>
    /// <c>url</c> from which it can be downloaded for 5 minutes, with the access token; not available on all accounts yet.
    /// </summary>
    [Sensitive]
    [Wire("url")]
    public string? Url { get; init; }

    /// <summary><c>caption</c>: the text of the customer.</summary>
    [Sensitive]
    [Wire("caption")]
    public string? Caption { get; init; }
}

namespace WhatsCommerce.Webhooks;

/// <summary>Represents the advertisement or post from which the customer came (<c>messages[].referral</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/text.</remarks>
[WebhookPart]
public sealed partial record Referral
{
    /// <summary><c>source_url</c> of the advertisement.</summary>
    [Wire("source_url")]
    [Sensitive]
    public string? SourceUrl { get; init; }

    /// <summary><c>source_id</c>: the advertisement or post.</summary>
    [Wire("source_id", IsId = true)]
    public string? SourceId { get; init; }

    /// <summary><c>source_type</c>: <c>ad</c> or <c>post</c>.</summary>
    [Wire("source_type", IsWord = true)]
    public string? SourceType { get; init; }

    /// <summary><c>headline</c> of the advertisement.</summary>
    [Wire("headline")]
    public string? Headline { get; init; }

    /// <summary><c>body</c>: the text of the advertisement.</summary>
    [Wire("body")]
    [Sensitive]
    public string? Body { get; init; }

    /// <summary><c>media_type</c>: <c>image</c> or <c>video</c>.</summary>
    [Wire("media_type", IsWord = true)]
    public string? MediaType { get; init; }

    /// <summary><c>image_url</c>: the picture of the advertisement.</summary>
    [Wire("image_url")]
    [Sensitive]
    public string? ImageUrl { get; init; }

    /// <summary><c>video_url</c>: the video of the advertisement.</summary>
    [Wire("video_url")]
    [Sensitive]
    public string? VideoUrl { get; init; }

    /// <summary><c>thumbnail_url</c> of the video.</summary>
    [Wire("thumbnail_url")]
    [Sensitive]
    public string? ThumbnailUrl { get; init; }

    /// <summary><c>ctwa_clid</c>: the id of the click, to report a sale to Meta; absent for advertisements in WhatsApp's status.</summary>
    [Wire("ctwa_clid", IsId = true)]
    [Sensitive]
    public string? ClickId { get; init; }

    /// <summary><c>ref</c>: the business's own data of the advertisement.</summary>
    [Wire("ref")]
    public string? Ref { get; init; }

    /// <summary><c>welcome_message.text</c>: the greeting of the advertisement.</summary>
    [Wire("welcome_message.text")]
    [Sensitive]
    public string? WelcomeMessage { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}

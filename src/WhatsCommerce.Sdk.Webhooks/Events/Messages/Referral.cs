namespace WhatsCommerce.Webhooks;

/// <summary>The advertisement or post that led the customer here (<c>messages[].referral</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/text.</remarks>
public sealed partial record Referral
{
    /// <summary><c>source_url</c> of the advertisement.</summary>
    [Sensitive]
    public string? SourceUrl { get; init; }

    /// <summary><c>source_id</c>: the advertisement or post.</summary>
    public string? SourceId { get; init; }

    /// <summary><c>source_type</c>: <c>ad</c> or <c>post</c>.</summary>
    public string? SourceType { get; init; }

    /// <summary><c>headline</c> of the advertisement.</summary>
    public string? Headline { get; init; }

    /// <summary><c>body</c>: the text of the advertisement.</summary>
    [Sensitive]
    public string? Body { get; init; }

    /// <summary><c>media_type</c>: <c>image</c> or <c>video</c>.</summary>
    public string? MediaType { get; init; }

    /// <summary><c>image_url</c>.</summary>
    [Sensitive]
    public string? ImageUrl { get; init; }

    /// <summary><c>video_url</c>.</summary>
    [Sensitive]
    public string? VideoUrl { get; init; }

    /// <summary><c>thumbnail_url</c> of the video.</summary>
    [Sensitive]
    public string? ThumbnailUrl { get; init; }

    /// <summary><c>ctwa_clid</c>: the click, to report a sale back to Meta; absent for advertisements in WhatsApp's status.</summary>
    [Sensitive]
    public string? ClickId { get; init; }

    /// <summary><c>ref</c>: what the business gave the advertisement.</summary>
    public string? Ref { get; init; }

    /// <summary><c>welcome_message.text</c>: with what the advertisement greeted the customer.</summary>
    [Sensitive]
    public string? WelcomeMessage { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}

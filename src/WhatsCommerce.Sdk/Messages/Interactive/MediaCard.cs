namespace WhatsCommerce.Messages;

/// <summary>
/// Represents a card of a media carousel: a picture or a video, a text, and either a button that opens a URL or quick replies.
/// </summary>
public sealed class MediaCard
{
    internal MediaCard(MessageHeader header, string? body, string? displayText, Uri? url, ImmutableArray<ReplyButton> quickReplies)
    {
        Header = header;
        Body = body;
        DisplayText = displayText;
        Url = url;
        QuickReplies = quickReplies;
    }

    /// <summary>The picture or video.</summary>
    public MessageHeader Header { get; }

    /// <summary>The text of the card, or <see langword="null"/>.</summary>
    public string? Body { get; }

    /// <summary>The text of the button that opens <see cref="Url"/>; <see langword="null"/> on a card with quick replies.</summary>
    public string? DisplayText { get; }

    /// <summary>The URL that the button opens; <see langword="null"/> on a card with quick replies.</summary>
    public Uri? Url { get; }

    /// <summary>The quick replies; empty on a card with a button that opens a URL.</summary>
    public ImmutableArray<ReplyButton> QuickReplies { get; }
}

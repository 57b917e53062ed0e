namespace WhatsCommerce.Messages;

/// <summary>The kind of change that was made to a text.</summary>
public enum TextAdjustmentKind
{
    /// <summary>
    /// Line breaks, tabs and runs of more than four spaces were replaced by one space:
    /// <see cref="TemplateMessageBuilder.FlattenParameters"/>.
    /// </summary>
    Flattened,

    /// <summary>
    /// The text was truncated to Meta's limit, with an ellipsis at the end, for instance by <see cref="ListMessageBuilder.ShortenTitles"/>.
    /// </summary>
    Shortened,
}

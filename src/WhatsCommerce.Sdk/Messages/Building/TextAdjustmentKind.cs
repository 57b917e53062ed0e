namespace WhatsCommerce.Messages;

/// <summary>What was done with a text.</summary>
public enum TextAdjustmentKind
{
    /// <summary>
    /// Line breaks, tabs and runs of more than four blanks became one blank: <see cref="TemplateMessageBuilder.FlattenParameters"/>.
    /// </summary>
    Flattened,

    /// <summary>
    /// It was cut to Meta's limit, with an ellipsis at the end, such as by <see cref="ListMessageBuilder.ShortenTitles"/>.
    /// </summary>
    Shortened,
}

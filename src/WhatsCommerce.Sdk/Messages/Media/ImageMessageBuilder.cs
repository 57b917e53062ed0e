namespace WhatsCommerce.Messages;

/// <summary>Builds a picture: a file and a caption.</summary>
/// <remarks>Source: Meta, messages/image-messages.</remarks>
public sealed class ImageMessageBuilder : MediaMessageBuilder<ImageMessage>
{
    private string? _caption;

    internal ImageMessageBuilder(MediaSource source)
        : base("image", source) { }

    /// <summary>Sets the caption.</summary>
    /// <param name="text">At most <see cref="MessageLimits.MediaCaption"/> characters; null or empty for none.</param>
    public ImageMessageBuilder Caption(string? text)
    {
        _caption = NullIfEmpty(text);
        return this;
    }

    private protected override void ValidateDetails(Violations violations) =>
        violations.AllowText("image.caption", _caption, MessageLimits.MediaCaption, "The caption");

    private protected override ImageMessage Create() => new(Source, _caption);
}

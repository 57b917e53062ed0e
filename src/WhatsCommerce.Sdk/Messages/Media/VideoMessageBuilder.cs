namespace WhatsCommerce.Messages;

/// <summary>Builds a video: a file and a caption.</summary>
/// <remarks>Source: Meta, messages/video-messages.</remarks>
public sealed class VideoMessageBuilder : MediaMessageBuilder<VideoMessage>
{
    private string? _caption;

    internal VideoMessageBuilder(MediaSource source)
        : base("video", source) { }

    /// <summary>Sets the caption.</summary>
    /// <param name="text">At most <see cref="MessageLimits.MediaCaption"/> characters; null or empty for none.</param>
    public VideoMessageBuilder Caption(string? text)
    {
        _caption = NullIfEmpty(text);
        return this;
    }

    private protected override void ValidateDetails(Violations violations) =>
        violations.AllowText("video.caption", _caption, MessageLimits.MediaCaption, "The caption");

    private protected override VideoMessage Create() => new(Source, _caption);
}

namespace WhatsCommerce.Messages;

/// <summary>Builds an audio message or a voice message.</summary>
/// <remarks>Source: Meta, messages/audio-messages.</remarks>
public sealed class AudioMessageBuilder : MediaMessageBuilder<AudioMessage>
{
    private bool _isVoice;

    internal AudioMessageBuilder(MediaSource source)
        : base("audio", source) { }

    /// <summary>
    /// Shows the audio as a voice message, with the sender's picture and a transcript; for OGG files with the Opus codec.
    /// </summary>
    /// <param name="isVoice"><see langword="false"/> shows it as a file again.</param>
    public AudioMessageBuilder Voice(bool isVoice = true)
    {
        _isVoice = isVoice;
        return this;
    }

    private protected override AudioMessage Create() => new(Source, _isVoice);
}

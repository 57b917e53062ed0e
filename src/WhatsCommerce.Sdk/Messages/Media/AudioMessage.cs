namespace WhatsCommerce.Messages;

/// <summary>Represents an audio message, or a voice message. Created by <see cref="Message.Audio"/>.</summary>
public sealed class AudioMessage : MediaMessage
{
    internal AudioMessage(MediaSource source, bool isVoice)
        : base(source) => IsVoice = isVoice;

    /// <inheritdoc/>
    public override string Kind => "audio";

    /// <summary>Whether it is shown as a voice message rather than as a file.</summary>
    public bool IsVoice { get; }

    private protected override void WriteDetails(Utf8JsonWriter writer)
    {
        if (IsVoice)
        {
            writer.WriteBoolean("voice"u8, true);
        }
    }
}

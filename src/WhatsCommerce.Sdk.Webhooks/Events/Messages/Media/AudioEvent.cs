namespace WhatsCommerce.Webhooks;

/// <summary>An audio file or a voice message that a customer sent (<c>messages[].audio</c>, <c>messages[].voice</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/audio.</remarks>
public sealed partial record AudioEvent : MediaEvent
{
    /// <summary>Initializes an instance, for your own tests.</summary>
    public AudioEvent()
    {
    }

    internal AudioEvent(in MediaHead media)
        : base(media)
    {
    }

    /// <summary><c>voice</c>: whether it was recorded in WhatsApp, and is not a file.</summary>
    public bool IsVoice { get; init; }
}

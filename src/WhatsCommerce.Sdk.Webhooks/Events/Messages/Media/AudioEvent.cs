namespace WhatsCommerce.Webhooks;

/// <summary>An audio file or a voice message that a customer sent (<c>messages[].audio</c>, <c>messages[].voice</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/audio.</remarks>
[WebhookPayload]
public sealed partial record AudioEvent : MediaEvent
{
    /// <summary><c>voice</c>: whether it was recorded in WhatsApp, and is not a file.</summary>
    [Wire("voice")]
    public bool IsVoice { get; init; }
}

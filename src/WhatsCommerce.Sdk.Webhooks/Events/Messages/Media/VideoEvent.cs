namespace WhatsCommerce.Webhooks;

/// <summary>A video that a customer sent (<c>messages[].video</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/video.</remarks>
public sealed record VideoEvent : MediaEvent
{
    /// <summary>Initializes an instance, for your own tests.</summary>
    public VideoEvent()
    {
    }

    internal VideoEvent(in MediaHead media)
        : base(media)
    {
    }
}

namespace WhatsCommerce.Webhooks;

/// <summary>A picture that a customer sent (<c>messages[].image</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/image.</remarks>
public sealed record ImageEvent : MediaEvent
{
    /// <summary>Initializes an instance, for your own tests.</summary>
    public ImageEvent()
    {
    }

    internal ImageEvent(in MediaHead media)
        : base(media)
    {
    }
}

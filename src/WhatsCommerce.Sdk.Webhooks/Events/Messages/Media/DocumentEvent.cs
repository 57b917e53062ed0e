namespace WhatsCommerce.Webhooks;

/// <summary>A file that a customer sent (<c>messages[].document</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/document.</remarks>
public sealed partial record DocumentEvent : MediaEvent
{
    /// <summary>Initializes an instance, for your own tests.</summary>
    public DocumentEvent()
    {
    }

    internal DocumentEvent(in MediaHead media)
        : base(media)
    {
    }

    /// <summary><c>filename</c>, chosen by the customer: do not use it as a path without validation.</summary>
    [Sensitive]
    public string? FileName { get; init; }
}

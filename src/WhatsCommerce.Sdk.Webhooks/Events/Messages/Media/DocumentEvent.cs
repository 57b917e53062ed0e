namespace WhatsCommerce.Webhooks;

/// <summary>A file that a customer sent (<c>messages[].document</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/document.</remarks>
[WebhookPayload]
public sealed partial record DocumentEvent : MediaEvent
{
    /// <summary><c>filename</c>, chosen by the customer: do not use it as a path without validation.</summary>
    [Sensitive]
    [Wire("filename")]
    public string? FileName { get; init; }
}

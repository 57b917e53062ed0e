namespace WhatsCommerce.Webhooks;

/// <summary>The body of a webhook is no JSON object. See <see cref="Error"/>.</summary>
public sealed class WebhookFormatException : WhatsCommerceException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">What is wrong with the body.</param>
    public WebhookFormatException(WebhookParseError error)
        : base((error ?? throw new ArgumentNullException(nameof(error))).Message) => Error = error;

    /// <summary>What is wrong, and where.</summary>
    public WebhookParseError Error { get; }
}

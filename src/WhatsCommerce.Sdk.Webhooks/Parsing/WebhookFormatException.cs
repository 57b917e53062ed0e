namespace WhatsCommerce.Webhooks;

/// <summary>Thrown when the body of a webhook is not a JSON object. See <see cref="Error"/>.</summary>
public sealed class WebhookFormatException : WhatsCommerceException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="error">What is wrong with the body.</param>
    public WebhookFormatException(WebhookParseError error)
        : base((error ?? throw new ArgumentNullException(nameof(error))).Message) => Error = error;

    /// <summary>Gets what is wrong, and where.</summary>
    public WebhookParseError Error { get; }
}

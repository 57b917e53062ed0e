namespace WhatsCommerce.Testing;

/// <summary>
/// The exception that is thrown when the callback does not answer the webhook verification request as Meta requires, so that no webhooks
/// are delivered to it.
/// </summary>
public sealed class WebhookVerificationException : WhatsCommerceException
{
    private WebhookVerificationException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal static WebhookVerificationException Refused(Uri callback, int statusCode, string body) => new(statusCode switch
    {
        200 =>
            $"The callback {callback} responded to the verification with 200 but not with the challenge: the body must be the value of "
                + $"hub.challenge and nothing else, and had {Plural.Of(body.Length, "character")}.",
        403 =>
            $"The callback {callback} responded to the verification with 403: does it expect another verify token? The emulator's is that "
                + "of CloudApiEmulatorOptions.VerifyToken; a callback of an account's or a number's own is asked with the one that "
                + "came with it.",
        404 or 405 =>
            $"The callback {callback} responded to the verification with {statusCode}: is the path right, and does it respond to GET as "
                + "well as POST?",
        _ => $"The callback {callback} responded to the verification with {statusCode}, not with 200 and the challenge.",
    });

    internal static WebhookVerificationException Unreachable(Uri callback, Exception exception) =>
        new(
            $"The callback {callback} could not be asked to verify: {exception.Message} Start the app before connecting its webhook.",
            exception);
}

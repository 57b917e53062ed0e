namespace WhatsCommerce.Webhooks;

/// <summary>The reason why a body as a whole could not be read.</summary>
/// <param name="Kind">The kind of error.</param>
/// <param name="Position">The offset in bytes at which the error was found, starting at 0.</param>
/// <param name="Message">A sentence for a log; it contains none of the content.</param>
public sealed record WebhookParseError(WebhookParseErrorKind Kind, long Position, string Message);

namespace WhatsCommerce.Webhooks;

/// <summary>Why a body as a whole could not be read.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Position">The byte at which it shows, counted from 0.</param>
/// <param name="Message">A sentence for a log; it holds nothing of the content.</param>
public sealed record WebhookParseError(WebhookParseErrorKind Kind, long Position, string Message);

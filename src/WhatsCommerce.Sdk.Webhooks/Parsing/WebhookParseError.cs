namespace WhatsCommerce.Webhooks;

/// <summary>The reason why a body as a whole could not be read.</summary>
public sealed record WebhookParseError
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="kind">See <see cref="Kind"/>.</param>
    /// <param name="position">See <see cref="Position"/>.</param>
    /// <param name="message">See <see cref="Message"/>.</param>
    public WebhookParseError(WebhookParseErrorKind kind, long position, string message)
    {
        Kind = kind;
        Position = position;
        Message = message;
    }

    /// <summary>The kind of error.</summary>
    public WebhookParseErrorKind Kind { get; init; }

    /// <summary>The offset in bytes at which the error was found, starting at 0.</summary>
    public long Position { get; init; }

    /// <summary>A sentence for a log; it contains none of the content.</summary>
    public string Message { get; init; }
}

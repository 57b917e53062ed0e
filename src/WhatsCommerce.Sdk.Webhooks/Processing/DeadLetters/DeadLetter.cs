namespace WhatsCommerce.Webhooks;

/// <summary>An event that was dead-lettered, with everything that is needed to replay it.</summary>
public sealed partial record DeadLetter
{
    /// <summary>
    /// Gets the id of the dead letter. It is the same for the same event and handler, so that a letter that is appended twice is kept once.
    /// Letters and digits, at most 64 characters.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Gets the time at which the event was dead-lettered.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Gets the reason why the event was dead-lettered.</summary>
    public required DeadLetterReason Reason { get; init; }

    /// <summary>Gets the name of the endpoint; empty for the endpoint without a name.</summary>
    public required string EndpointName { get; init; }

    /// <summary>
    /// Gets the name of the handler that failed; <see langword="null"/> when the body is at fault, whichever handler takes it.
    /// </summary>
    public string? HandlerName { get; init; }

    /// <summary>Gets the event's part of the <see cref="WebhookKey"/>; <see langword="null"/> for a body that could not be read.</summary>
    [Sensitive]
    public string? EventKey { get; init; }

    /// <summary>Gets the number of attempts.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets the error of the last attempt.</summary>
    [Sensitive]
    public string? Error { get; init; }

    /// <summary>
    /// Gets a webhook body that holds only this event, in its envelope, and parses to the same event; or the unreadable body as it was
    /// received.
    /// </summary>
    /// <remarks>It contains the customer's text and phone number: protect it as you protect orders.</remarks>
    public required ReadOnlyMemory<byte> Body { get; init; }
}

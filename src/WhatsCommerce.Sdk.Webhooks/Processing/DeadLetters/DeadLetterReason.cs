namespace WhatsCommerce.Webhooks;

/// <summary>Specifies why an event was dead-lettered.</summary>
public enum DeadLetterReason
{
    /// <summary>A handler failed, or the process ended during its run, <see cref="WebhookOptions.MaxAttempts"/> times.</summary>
    AttemptsExhausted = 0,

    /// <summary>
    /// The item does not have the expected shape, or nothing in the body is known, and no handler takes <see cref="MalformedEvent"/>.
    /// </summary>
    Malformed,

    /// <summary>The signature is valid, but the body is not a JSON object.</summary>
    Unreadable,
}

namespace WhatsCommerce.Webhooks;

/// <summary>Why an event was given up.</summary>
public enum DeadLetterReason
{
    /// <summary>A handler failed, or ended the process, as often as <see cref="WebhookOptions.MaxAttempts"/> allows.</summary>
    AttemptsExhausted = 0,

    /// <summary>The item's shape does not fit, or nothing in the body is known, and no handler takes <see cref="MalformedEvent"/>.</summary>
    Malformed,

    /// <summary>The signature is right, but the body is no JSON object.</summary>
    Unreadable,
}

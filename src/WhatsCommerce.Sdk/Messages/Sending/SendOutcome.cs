namespace WhatsCommerce.Messages;

/// <summary>The outcome of the send to one of many recipients.</summary>
public enum SendOutcome
{
    /// <summary>Meta accepted the message; there is a receipt.</summary>
    Sent,

    /// <summary>It was not sent: invalid, rejected, never written, or canceled in time. The exception says why.</summary>
    NotSent,

    /// <summary>It may or may not have been sent; it was not retried. The exception says what happened.</summary>
    Unknown,

    /// <summary>
    /// It was not sent, because the same person was listed before: <see cref="SendResult.DuplicateOf"/>. Only with
    /// <see cref="SendManyOptions.OncePerRecipient"/>.
    /// </summary>
    Duplicate,
}

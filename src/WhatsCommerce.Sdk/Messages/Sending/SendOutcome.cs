namespace WhatsCommerce.Messages;

/// <summary>How the send to one of many recipients ended.</summary>
public enum SendOutcome
{
    /// <summary>Meta took the message over; there is a receipt.</summary>
    Sent,

    /// <summary>It was not sent: against the rules, refused, never written, or cancelled in time. The exception says why.</summary>
    NotSent,

    /// <summary>It may or may not have been sent; it was not retried. The exception says what happened.</summary>
    Unknown,

    /// <summary>
    /// It was not sent, because the same person was listed before: <see cref="SendResult.DuplicateOf"/>. Only with
    /// <see cref="SendManyOptions.OncePerRecipient"/>.
    /// </summary>
    Duplicate,
}

namespace WhatsCommerce.Messages;

/// <summary>The result of the send to one of many recipients.</summary>
public sealed class SendResult
{
    internal SendResult(long index, AddressedMessage item, MessageReceipt receipt, FallbackReason fallback)
        : this(index, item)
    {
        Receipt = receipt;
        Fallback = fallback;
        Outcome = SendOutcome.Sent;
    }

    internal SendResult(long index, AddressedMessage item, Exception exception, FallbackReason fallback)
        : this(index, item)
    {
        Exception = exception;
        Fallback = fallback;
        Outcome = exception is OutcomeUnknownException or SendCanceledException ? SendOutcome.Unknown : SendOutcome.NotSent;
    }

    internal SendResult(long index, AddressedMessage item, long duplicateOf)
        : this(index, item)
    {
        DuplicateOf = duplicateOf;
        Outcome = SendOutcome.Duplicate;
    }

    private SendResult(long index, AddressedMessage item)
    {
        Index = index;
        To = item.To;
        Data = item.Data;
    }

    /// <summary>The index of the message in the sequence, from 0. Results are returned in the order in which sends complete.</summary>
    public long Index { get; }

    /// <summary>The recipient.</summary>
    public Recipient To { get; }

    /// <summary>Your own data: <see cref="AddressedMessage.Data"/>.</summary>
    public object? Data { get; }

    /// <summary>The outcome.</summary>
    public SendOutcome Outcome { get; }

    /// <summary>
    /// Whether this is the result of the message or of its <see cref="AddressedMessage.Fallback"/>, and why the fallback was used.
    /// </summary>
    public FallbackReason Fallback { get; }

    /// <summary>The receipt; <see langword="null"/> if the message was not sent.</summary>
    public MessageReceipt? Receipt { get; }

    /// <summary>
    /// Why the message was not sent, or why its outcome is unknown: a <see cref="GraphException"/>, a
    /// <see cref="WhatsCommerceValidationException"/>, an <see cref="OperationCanceledException"/>, or the exception of a token provider;
    /// <see langword="null"/> for a message that was sent, and for a duplicate.
    /// </summary>
    public Exception? Exception { get; }

    /// <summary>The <see cref="Index"/> of the same person's first message; <see langword="null"/> if it is not a duplicate.</summary>
    public long? DuplicateOf { get; }

    /// <summary>Index and outcome; the recipient's number is hidden.</summary>
    public override string ToString() => FormattableString.Invariant($"{Index}: {Outcome} to {To}");
}

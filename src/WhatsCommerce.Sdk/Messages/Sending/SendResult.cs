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

    /// <summary>The place of the recipient in the sequence, from 0. Results come in the order in which sends end.</summary>
    public long Index { get; }

    /// <summary>The recipient.</summary>
    public Recipient To { get; }

    /// <summary>Your own data of the pair: <see cref="AddressedMessage.Data"/>.</summary>
    public object? Data { get; }

    /// <summary>The outcome.</summary>
    public SendOutcome Outcome { get; }

    /// <summary>
    /// Whether this is the result of the message or of its <see cref="AddressedMessage.Fallback"/>, and why the fallback was taken.
    /// </summary>
    public FallbackReason Fallback { get; }

    /// <summary>The receipt; <see langword="null"/> unless the message was sent.</summary>
    public MessageReceipt? Receipt { get; }

    /// <summary>
    /// Why the message was not sent, or why its outcome is unknown: a <see cref="GraphException"/>, a
    /// <see cref="WhatsCommerceValidationException"/>, an <see cref="OperationCanceledException"/>, or the exception of a token provider;
    /// <see langword="null"/> for a message that was sent, and for a duplicate.
    /// </summary>
    public Exception? Exception { get; }

    /// <summary>
    /// The <see cref="Index"/> under which the same person was listed first; <see langword="null"/> unless it is a duplicate.
    /// </summary>
    public long? DuplicateOf { get; }

    /// <summary>Index and outcome; the recipient's number is hidden.</summary>
    public override string ToString() => FormattableString.Invariant($"{Index}: {Outcome} to {To}");
}
